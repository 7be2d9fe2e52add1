import { PUSH_LIMIT } from '../../domain/wire/protocol.ts';
import type { Journal } from '../journal/journal.ts';
import { keepTrying, type Loop } from './keep-trying.ts';
import type { Link } from './link.ts';
import type { ServerClient } from './server-client.ts';

export interface OutboxOptions {
  readonly journal: Journal;
  readonly client: ServerClient;
  readonly link: Link;
  /** The highest `seq` that is known to be with the server when the outbox starts. */
  readonly confirmedSeq: number;
  /** Told of the highest `seq` below which everything is with the server, whenever it answers. */
  readonly onConfirmed: (seq: number) => void;
  /** Whether the journal is not in a state to be sent. */
  readonly isHeld?: () => boolean;
  readonly random: () => number;
}

interface Outbox extends Loop {
  /**
   * Believes no earlier answer, since the pool was set back: offers the journal from its start, and goes on at once from
   * where the server then says that it is.
   */
  sendAgain(): void;
}

/**
 * Sends the journal in `seq` order, one batch at a time (rule J4). What the server has is known from its answers
 * alone: it names the next `seq` it waits for, and if that is one it had before, the outbox goes back to it.
 */
export function startOutbox({ journal, client, link, confirmedSeq, onConfirmed, isHeld = () => false, random }: OutboxOptions): Outbox {
  let confirmed = confirmedSeq;
  const loop = keepTrying({
    idleMs: 60_000,
    random,
    onError: (error) => link.failed(error),
    async round() {
      if (link.isRefused() || isHeld()) return 'wait';
      const batch = await journal.after(confirmed, PUSH_LIMIT);
      if (batch.length === 0) return 'wait';
      const response = await client.push(batch);
      link.succeeded(response.serverTime);
      const before = confirmed;
      confirmed = response.expectedSeq - 1;
      onConfirmed(confirmed);
      if (confirmed === before) throw new Error(`The server took none of ${batch.length} operations from ${before + 1} on.`);
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
