import { FIRST_PREV_HASH } from '../../../domain/base/envelope.ts';
import type { JournalCollections } from '../../storage/register-database.ts';
import { type Copy, isSettled, readCopy } from '../../base/journal-copy.ts';
import { lastPlace, readOperations } from '../../storage/read-copies.ts';

type JournalCollection = JournalCollections['journal'];

const BATCH = 500;

export interface Checked {
  /** The newest place. */
  readonly lastSeq: number;
  /** The hash that the newest operation names; 64 zeros in an empty journal. */
  readonly lastHash: string;
  /** The first place at which something is wrong: gone, unreadable, altered, or not chained on; null when nothing is. */
  readonly faultAt: number | null;
}

/**
 * Checks that the journal is whole from a place to its end: no gap, every operation what its hash says, each naming the
 * one before it (rule J2).
 * @param after the last `seq` that need not be checked.
 * @param accepted places of altered operations of which nobody has a better copy. @param pause is awaited between pages.
 */
export async function checkJournal(
  collection: JournalCollection,
  registerId: string,
  after: number,
  accepted: readonly number[],
  pause?: () => Promise<void>,
): Promise<Checked> {
  const lastSeq = await lastPlace(collection);
  // The newest is checked always: the next operation is chained on to it.
  const start = Math.min(after, Math.max(0, lastSeq - 1));
  const [before] = start === 0 ? [] : await readOperations(collection, start, start);
  let hash = start === 0 ? FIRST_PREV_HASH : (readCopy(before, registerId)?.hash ?? null);
  if (hash === null) return { lastSeq, lastHash: '', faultAt: start };
  for (let from = start + 1; from <= lastSeq; from += BATCH) {
    const to = Math.min(lastSeq, from + BATCH - 1);
    const read = await readOperations(collection, from, to);
    const copies = new Map(
      read.flatMap((raw): [number, Copy][] => {
        const copy = readCopy(raw, registerId);
        return copy === null ? [] : [[copy.seq, copy]];
      }),
    );
    for (let seq = from; seq <= to; seq += 1) {
      const copy = copies.get(seq);
      if (copy === undefined || !(isSettled(copy) || accepted.includes(seq)) || copy.prevHash !== hash)
        return { lastSeq, lastHash: '', faultAt: seq };
      hash = copy.hash;
    }
    await pause?.();
  }
  return { lastSeq, lastHash: hash, faultAt: null };
}
