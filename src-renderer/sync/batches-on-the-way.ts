import type { PushResponse } from '../../domain/protocol/protocol.ts';
import type { Journal } from '../journal/journal.ts';
import { type Batch, nextBatch } from './next-batch.ts';
import type { ServerClient } from './server-client.ts';
import type { SignBatch } from './sign-batch.ts';

/** A batch on its way to the server. */
export interface SentBatch {
  readonly operations: Batch['operations'];
  /** The `seq` of its newest operation. */
  readonly upTo: number;
  /** Whether it has as many operations as a batch may have, so that more is likely to follow. */
  readonly isFull: boolean;
  /** Whether it was sent before the batch in front of it was answered. */
  readonly isAhead: boolean;
  readonly answer: Promise<PushResponse>;
}

export interface BatchSender {
  /** The batch after a `seq`, sent now unless it is on its way already; null when there is nothing to send. */
  next(after: number): Promise<SentBatch | null>;
  /** Sends the batch after a `seq` while the one in front of it waits for its answer. */
  sendAhead(after: number): void;
  /** Waits no more for what was sent ahead. The server may have taken it: it is sent again, which changes nothing (rule J3). */
  forgetAhead(): void;
}

/** @param limit how many operations the next batch has at most. */
export function createBatchSender(
  journal: Journal,
  push: ServerClient['push'],
  sign: SignBatch | undefined,
  limit: () => number,
): BatchSender {
  let ahead: Promise<SentBatch | null> | null = null;

  async function send(after: number, isAhead: boolean): Promise<SentBatch | null> {
    const most = limit();
    const batch = await nextBatch(journal, after, most, sign);
    const newest = batch?.operations.at(-1);
    if (batch === null || newest === undefined) return null;
    const { operations, signature } = batch;
    const answer = push(operations, signature);
    // Whoever awaits it hears of a failure. Nobody may: a batch that was sent ahead can turn out to be of no use.
    answer.catch(() => undefined);
    return { operations, upTo: newest.seq, isFull: operations.length === most, isAhead, answer };
  }

  return {
    async next(after) {
      const early = ahead;
      ahead = null;
      const sent = early === null ? null : await early;
      return sent?.operations[0]?.seq === after + 1 ? sent : send(after, false);
    },
    sendAhead(after) {
      ahead = send(after, true);
      ahead.catch(() => undefined);
    },
    forgetAhead() {
      ahead = null;
    },
  };
}
