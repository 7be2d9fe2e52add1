import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { PUSH_LIMIT } from '../../domain/protocol/protocol.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { LOST_TYPE } from '../base/journal-copy.ts';
import type { Journal } from '../journal/journal.ts';

/** In the shape of today. In a mended journal the place of an operation that nobody has any more is marked: that has no effect to show. */
function understood(written: readonly WrittenOperation[]): Operation[] {
  return written.map(upgradeOperation).filter(({ type }) => (type as string) !== LOST_TYPE);
}

/** All operations of the journal after `seq`, in order, in the shape of today. */
export async function readAfter(journal: Journal, seq: number): Promise<Operation[]> {
  const operations: Operation[] = [];
  const { seq: lastSeq } = await journal.tail();
  for (let from = seq; from < lastSeq; from += PUSH_LIMIT) operations.push(...understood(await journal.after(from, PUSH_LIMIT)));
  return operations;
}

/** Operations before `seq`, the newest first, in the shape of today. @param limit how many places of the journal are read. */
export async function readBefore(journal: Journal, seq: number, limit: number): Promise<Operation[]> {
  const from = Math.max(0, seq - 1 - limit);
  return understood(await journal.after(from, seq - 1 - from)).reverse();
}
