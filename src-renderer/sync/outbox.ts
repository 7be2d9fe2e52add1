import { type OperationResult, PUSH_LIMIT } from '../../domain/protocol/protocol.ts';
import type { Journal } from '../journal/journal.ts';
import { createBatchSender } from './batches-on-the-way.ts';
import { createBatchSize, learnFrom } from './batch-size.ts';
import type { ServerPlace } from './compare-place.ts';
import { keepTrying, type Loop } from '../base/keep-trying.ts';
import type { ConnectionState } from './connection-state.ts';
import type { ServerClient } from './server-client.ts';
import type { SignBatch } from './sign-batch.ts';

export interface OutboxOptions {
  readonly journal: Journal;
  readonly client: ServerClient;
  readonly link: ConnectionState;
  /** The highest `seq` up to which the server is known to hold exactly this journal when the outbox starts. */
  readonly confirmedSeq: number;
  /** Told of the highest `seq` below which everything is with the server, whenever it answers. */
  readonly onConfirmed: (seq: number) => void;
  /** Compares a place that the server names with the journal; false when the register has to stop (rule J7). */
  readonly checkPlace: (place: ServerPlace) => Promise<boolean>;
  /** The server has another operation in a place of this journal. */
  readonly onForked: () => void;
  /** A batch did not get through: whether the server is there at all is for a pull to find out. */
  readonly onFailed: () => void;
  /** Whether the journal is not in a state to be sent. */
  readonly isHeld?: () => boolean;
  /** Signs each batch as it is sent (rule A4); missing for a register without a key. */
  readonly sign?: SignBatch | undefined;
  readonly random: () => number;
}

/** Whether an answer tells that another machine writes the same sequence. */
function isForked(result: OperationResult): boolean {
  return result.outcome === 'refused' && (result.code === 'seq_reused' || result.code === 'chain_broken');
}

interface Outbox extends Loop {
  /**
   * Believes no earlier answer, since the pool was set back: offers the journal from its start, and goes on at once from
   * where the server then says that it is.
   */
  sendAgain(): void;
}

/**
 * Sends the journal in `seq` order (rule J4). While full batches get through, the next one is on its way while the server is at work
 * on the one before it; the server puts them in order. What the server has is known from its answers alone: it names the next `seq` it
 * waits for, and if that is one it had before, the outbox goes back to it.
 */
export function startOutbox({
  journal,
  client,
  link,
  confirmedSeq,
  onConfirmed,
  checkPlace,
  onForked,
  onFailed,
  isHeld = () => false,
  sign,
  random,
}: OutboxOptions): Outbox {
  let confirmed = confirmedSeq;
  /** Whether the batch before was full and got through: only then is one sent ahead of an answer. */
  let isFlowing = false;
  const size = createBatchSize(PUSH_LIMIT);

  const sender = createBatchSender(journal, client.push, sign, size.current);
  const loop = keepTrying({
    idleMs: 60_000,
    random,
    onError: (error) => {
      link.sendingFailed(error);
      onFailed();
    },
    async round() {
      if (link.isRefused() || isHeld()) {
        sender.forgetAhead();
        return 'wait';
      }
      const sent = await sender.next(confirmed);
      if (sent === null) return 'wait';
      if (isFlowing && sent.isFull) sender.sendAhead(sent.upTo);
      isFlowing = false;
      const response = await sent.answer.catch((error: unknown) => {
        sender.forgetAhead();
        learnFrom(error, size, sent.operations.length);
        throw error;
      });
      size.succeeded();
      link.sent(response.serverTime);
      if (response.results.some(isForked)) onForked();
      if (link.isRefused() || !(await checkPlace({ seq: response.expectedSeq - 1, hash: response.lastHash }))) return 'wait';
      const before = confirmed;
      const place = response.expectedSeq - 1;
      // It overtook the batch before it, whose answer is the newer one.
      if (sent.isAhead && place < before) return 'again';
      confirmed = place;
      onConfirmed(confirmed);
      if (confirmed === before) throw new Error(`The server took none of ${sent.operations.length} operations from ${before + 1} on.`);
      isFlowing = sent.isFull && confirmed >= sent.upTo;
      return 'again';
    },
  });
  return {
    ...loop,
    sendAgain() {
      confirmed = 0;
      onConfirmed(confirmed);
      loop.kick();
    },
  };
}
