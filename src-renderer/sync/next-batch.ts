import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { type BatchSignature, countChained } from '../../domain/base/signature.ts';
import type { Journal } from '../journal/journal.ts';
import type { SignBatch } from './sign-batch.ts';

/** Operations that follow one another, signed for the newest (rule A4). */
export interface Batch {
  readonly operations: readonly WrittenOperation[];
  /** Missing for a register without a key. */
  readonly signature?: BatchSignature;
}

/**
 * The next operations of a journal to be sent, whoever carries them. A batch ends before an operation that does not follow on the one
 * before it, as in a damaged journal: the signature says nothing about what comes before such a place.
 * @param after a `seq`. @param limit how many at most. @returns null when there are none.
 */
export async function nextBatch(journal: Journal, after: number, limit: number, sign: SignBatch | undefined): Promise<Batch | null> {
  const found = await journal.after(after, limit);
  const operations = found.slice(0, countChained(found));
  const newest = operations.at(-1);
  if (newest === undefined) return null;
  return sign === undefined ? { operations } : { operations, signature: await sign(newest) };
}
