import { hashedText, sha256Hex } from '../../domain/base/hash-operation.ts';

/** An operation as one place kept it. What it says of itself is the operation's only where it is intact. */
export interface Copy {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  /** Whether the content has the hash that it names (rule J2). */
  readonly intact: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The type of what stands in the place of an operation of which nobody has a copy any more. */
export const LOST_TYPE = 'operation_lost';

const HASH = /^[0-9a-f]{64}$/;

function ownHash(body: object): string | null {
  try {
    return sha256Hex(hashedText(body));
  } catch {
    return null;
  }
}

/** Reads what a journal, a mirror or the server kept; null when it cannot be told which operation of the register it is. */
export function readCopy(raw: unknown, registerId: string): Copy | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const body = raw as Record<string, unknown>;
  const { seq, hash, prevHash } = body;
  if (body['registerId'] !== registerId || typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1) return null;
  if (typeof hash !== 'string' || !HASH.test(hash) || typeof prevHash !== 'string' || !HASH.test(prevHash)) return null;
  return { seq, hash, prevHash, intact: ownHash(body) === hash, body };
}

/** Whether a place in the sequence is as good as it can be: an intact operation, or the sign that one was lost. */
export function isSettled(copy: Copy): boolean {
  return copy.intact || copy.body['type'] === LOST_TYPE;
}
