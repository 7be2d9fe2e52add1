import type { Checkpoint, PullResponse } from '../../domain/protocol/protocol.ts';
import { createBatchSize } from './batch-size.ts';
import type { ServerPlace } from './compare-place.ts';
import { keepTrying, type Loop } from '../base/keep-trying.ts';
import type { ConnectionState } from './connection-state.ts';
import { ServerRefused, ServerUnreachable } from '../base/http-client.ts';
import type { ServerClient } from './server-client.ts';

/** Catalog pages are large: a few hundred changes are some megabytes. */
const CHANGES_A_PULL = 200;

export interface PullOptions {
  readonly client: ServerClient;
  readonly link: ConnectionState;
  readonly checkpoint: () => Checkpoint;
  /** The database's epoch that goes with it. */
  readonly epoch: () => string | null;
  /** Compares a place that the server names with the journal; false when the register has to stop (rule J7). */
  readonly checkPlace: (place: ServerPlace) => Promise<boolean>;
  /** Stores and shows what came; the next pull waits for it. */
  readonly take: (from: Checkpoint, response: PullResponse) => Promise<void>;
  /** The pool was set back to an older state than the replica has: the replica has to begin again (rule R5). */
  readonly startOver: () => Promise<void>;
  /** The highest `seq` that the server said it has. */
  readonly confirmedSeq: () => number;
  /** The server has less than it said: what it is missing has to be sent again (rule J3). */
  readonly sendAgain: () => void;
  readonly random: () => number;
}

/** Pulls until there is nothing more, then whenever it is kicked, and every half minute in case a hint was lost. */
export function startPulling({
  client,
  link,
  checkpoint,
  epoch,
  checkPlace,
  take,
  startOver,
  confirmedSeq,
  sendAgain,
  random,
}: PullOptions): Loop {
  const size = createBatchSize(CHANGES_A_PULL);
  return keepTrying({
    idleMs: 30_000,
    random,
    onError: (error) => link.failed(error),
    async round() {
      if (link.isRefused()) return 'wait';
      const from = checkpoint();
      const confirmed = confirmedSeq();
      const asked = size.current();
      const response = await client.pull(from, asked, epoch()).catch(async (error: unknown) => {
        if (error instanceof ServerUnreachable && error.timedOut) size.didNotFit(asked);
        if (!(error instanceof ServerRefused) || error.code !== 'checkpoint_ahead') throw error;
        await startOver();
        sendAgain();
        return null;
      });
      if (response === null) return 'again';
      size.succeeded();
      link.succeeded(response.serverTime);
      if (!(await checkPlace({ seq: response.appliedSeq, hash: response.appliedHash }))) return 'wait';
      await take(from, response);
      if (response.complete && response.appliedSeq < confirmed) sendAgain();
      return response.complete ? 'wait' : 'again';
    },
  });
}
