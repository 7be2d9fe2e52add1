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

/** Gives the batches of a journal one after the other, each read and signed while the one before it is on its way. */
export interface BatchReader {
  /** See {@link nextBatch}. */
  next(after: number, limit: number): Promise<Batch | null>;
  /** Begins with the batch that follows on `sent`. Nothing is begun where the journal had no more than that. */
  readAhead(sent: Batch, limit: number): void;
}

/** @param sign missing for a register without a key. */
export function readBatches(journal: Journal, sign: SignBatch | undefined): BatchReader {
  let ahead: { readonly after: number; readonly limit: number; readonly batch: Promise<Batch | null> } | null = null;
  return {
    async next(after, limit) {
      const begun = ahead;
      ahead = null;
      // What could not be read ahead is read again, and fails where somebody waits for it.
      const read = begun?.after === after && begun.limit === limit ? await begun.batch.catch(() => null) : null;
      return read ?? nextBatch(journal, after, limit, sign);
    },
    readAhead({ operations }, limit) {
      const newest = operations.at(-1);
      if (newest === undefined || operations.length < limit) return;
      const batch = nextBatch(journal, newest.seq, limit, sign);
      batch.catch(() => undefined);
      ahead = { after: newest.seq, limit, batch };
    },
  };
}
