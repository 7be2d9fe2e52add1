import { type DutyOfUser, dutyOfUser } from '../../domain/access/access-protocol.ts';
import { AnswerUnreadable, ServerRefused, ServerUnreachable } from '../../src-renderer/base/http-client.ts';
import { knownWords, words } from '../../texts/words/words.ts';

/**
 * Why the server did not do it, in a sentence for people. `signed_out` means that the sign-in does not count any more, and `duty` that
 * the user has to do something else first.
 */
export class OfficeFailure extends Error {
  readonly kind: 'signed_out' | 'duty' | 'refused' | 'unreachable';
  /** The server's code; null where the server did not answer. */
  readonly code: string | null;

  constructor(kind: OfficeFailure['kind'], message: string, code: string | null = null) {
    super(message);
    this.kind = kind;
    this.code = code;
  }

  /** What the user has to do first; null when it is nothing of that kind. */
  get duty(): DutyOfUser | null {
    return dutyOfUser.safeParse(this.code).data ?? null;
  }
}

const SIGNED_OUT = new Set(['signed_out', 'token_unknown', 'not_authorized']);

/** What was refused, in the language of the page; in the server's own English words where no catalog knows the code. */
function toldOf({ code, message, fix, field, facts }: ServerRefused): string {
  const ofFile = code === 'bad_file' ? knownWords(`fileFault.${facts['fault'] ?? ''}`, facts) : null;
  const known = ofFile ?? knownWords(`office.refused.${code}`, { field: field ?? '–', ...facts });
  return known ?? [message, fix].filter((part) => part !== null).join(' ');
}

function refusalOf(refused: ServerRefused): OfficeFailure {
  const { status, code, message } = refused;
  if (status === 401 && SIGNED_OUT.has(code)) return new OfficeFailure('signed_out', words('access.signedOut'), code);
  if (dutyOfUser.safeParse(code).success) return new OfficeFailure('duty', knownWords(`access.duty.${code}`) ?? message, code);
  if (code === 'not_allowed') return new OfficeFailure('refused', words('access.notAllowed'), code);
  return new OfficeFailure('refused', toldOf(refused), code);
}

/** What went wrong, in words for people. */
function officeFailure(error: unknown): unknown {
  if (error instanceof ServerRefused) return refusalOf(error);
  if (!(error instanceof ServerUnreachable)) return error;
  if (error instanceof AnswerUnreadable) return new OfficeFailure('unreachable', words('office.unreadable'));
  if (error.status !== null) return new OfficeFailure('unreachable', words('office.serverFailed', { status: String(error.status) }));
  return new OfficeFailure('unreachable', words('office.unreachable'));
}

/** Passes an answer on; a failure becomes an {@link OfficeFailure}. */
export function inWords<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    throw officeFailure(error);
  });
}
