import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { PUSH_LIMIT } from '../../domain/protocol/protocol.ts';
import type { ForkAnswer } from '../../domain/protocol/fork.ts';
import type { Journal } from '../journal/journal.ts';
import { createBatchSize, learnFrom } from './batch-size.ts';
import { keepTrying, type Loop } from '../base/keep-trying.ts';
import type { ServerClient } from './server-client.ts';

export interface HandOverOptions {
  readonly journal: Journal;
  readonly client: ServerClient;
  /** Whether the register was found to run on two machines, and the server does not have everything yet. */
  readonly isWaiting: () => boolean;
  /** Operations that are not in the journal, to be handed over first. */
  readonly spare: readonly WrittenOperation[];
  /** The highest `seq` up to which the server is known to hold exactly what the journal holds. */
  readonly sharedSeq: () => number;
  /** Everything is with the server now. */
  readonly onHandedOver: () => void;
  /** The server sees no contradiction in all that was handed over: the register runs once after all. */
  readonly onUnfounded: () => void;
  readonly random: () => number;
}

/**
 * Once a register is known to run on two machines, hands over what the server does not have, so that the server stops the
 * other machine too and the head office can settle both (rules J6, J7). What does not fit goes in halves. Does nothing before, and ends
 * by itself.
 */
export function startHandingOver({
  journal,
  client,
  isWaiting,
  spare,
  sharedSeq,
  onHandedOver,
  onUnfounded,
  random,
}: HandOverOptions): Loop {
  let sent: number | null = null;
  const size = createBatchSize(PUSH_LIMIT);
  async function report(operations: readonly WrittenOperation[]): Promise<ForkAnswer> {
    const answer = await client.reportFork(operations).catch((error: unknown) => {
      learnFrom(error, size, operations.length);
      throw error;
    });
    size.succeeded();
    return answer;
  }
  /** What of `spare` is with the server. */
  let spareSent = 0;
  /** Whether the server has found a contradiction; null before it was asked. It keeps nothing of what it was sent before that. */
  let found: boolean | null = null;
  function startOver(): void {
    sent = null;
    spareSent = 0;
  }
  function runsOnce(): 'wait' {
    found = null;
    startOver();
    onUnfounded();
    return 'wait';
  }
  return keepTrying({
    idleMs: 60_000,
    random,
    onError: () => undefined,
    async round() {
      if (!isWaiting()) return 'wait';
      if (sent === null) {
        while (spareSent < spare.length) {
          const some = spare.slice(spareSent, spareSent + size.current());
          await report(some);
          spareSent += some.length;
        }
        sent = sharedSeq();
      }
      const batch = await journal.after(sent, size.current());
      const last = batch.at(-1);
      // A batch that contradicts nothing proves nothing of those after it.
      if (last === undefined) return found === false ? runsOnce() : (onHandedOver(), 'wait');
      const { cloned } = await report(batch);
      if (found === true && !cloned) return runsOnce();
      sent = last.seq;
      if (cloned && found === false) startOver();
      found = cloned;
      return 'again';
    },
  });
}
