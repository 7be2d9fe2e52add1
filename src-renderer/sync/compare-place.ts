import type { ReadBackResponse } from '../../domain/protocol/read-back.ts';
import type { Journal } from '../journal/journal.ts';

/**
 * What the server's word for one place of the sequence says about this journal. `ours`: it holds the same, and so everything
 * before it (rule J2). `behind`: the journal ends before it, and as far as it goes nothing contradicts. `forked`: another
 * operation is there, so the register runs on two machines (rule J7).
 */
export type PlaceFinding = 'ours' | 'behind' | 'forked';

export interface ServerPlace {
  readonly seq: number;
  /** The hash that the server's operation carries; not given by older servers and for operations without one. */
  readonly hash: string | null | undefined;
}

function hashOf(operation: unknown): unknown {
  return typeof operation === 'object' && operation !== null ? (operation as { hash?: unknown }).hash : undefined;
}

/**
 * Compares a place that the server names with the journal.
 * @param readBack asks the server for the register's operations after a `seq`. When the journal ends before the place,
 * its own last operation is compared. Rejects when the server cannot be asked.
 */
export async function comparePlace(
  journal: Journal,
  { seq, hash }: ServerPlace,
  readBack: (after: number) => Promise<ReadBackResponse>,
): Promise<PlaceFinding> {
  if (seq === 0) return 'ours';
  const [own] = await journal.after(seq - 1, 1);
  if (own !== undefined) return typeof hash === 'string' && own.hash !== hash ? 'forked' : 'ours';
  const tail = await journal.tail();
  if (tail.seq === 0 || tail.seq >= seq) return 'behind';
  const [theirs] = (await readBack(tail.seq - 1)).operations;
  const hashThere = hashOf(theirs);
  return typeof hashThere === 'string' && hashThere !== tail.hash ? 'forked' : 'behind';
}
