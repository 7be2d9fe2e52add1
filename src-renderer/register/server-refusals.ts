import { ServerRefused } from '../base/http-client.ts';

/** Whether the server does not understand the message, as against not wanting this register. */
export function isNotUnderstood(error: unknown): boolean {
  return error instanceof ServerRefused && error.status === 400 && error.code === 'bad_request';
}

/** Reports what the server refuses. That it cannot be asked is nothing to report: the outbox of operations and the pull say so. */
export function reportRefusals(onError: (error: unknown) => void): (error: unknown) => void {
  return (error) => {
    if (error instanceof ServerRefused && error.status !== 401) onError(error);
  };
}
