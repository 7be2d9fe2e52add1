import { z } from 'zod';

/** A job could not be done. The code is for the head office: no personal data, no text of a partner. */
export class JobFailed extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Whether a job that failed so would fail again, whenever it is tried. */
export function isFinalFailure(error: unknown): boolean {
  return (error as { isFinal?: unknown } | null)?.isFinal === true;
}

/** What went wrong, as a code: of the job itself, of the database (SQLSTATE) or of the network. Texts may hold personal data. */
export function errorCode(error: unknown): string {
  if (error instanceof z.ZodError) return 'bad_payload';
  if (error instanceof DOMException) return error.name === 'TimeoutError' ? 'timeout' : 'failed';
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : 'failed';
}
