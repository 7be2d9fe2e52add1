import type { Checkpoint } from '../../domain/protocol/protocol.ts';
import { serverClient } from '../../src-renderer/sync/server-client.ts';
import { JournalBuilder } from '../support/journal-builder.ts';
import { RegisterLoops } from '../support/register-loops.ts';
import type { RegisterKeys } from './fill-registers.ts';

export interface LightRegisterOptions {
  readonly url: string;
  readonly keys: RegisterKeys;
  /** What it has pulled before: its replica is not kept, so that a thousand fit into a process. */
  readonly checkpoint: Checkpoint;
  readonly onTold: (heads: Checkpoint) => void;
  readonly onPulled: (checkpoint: Checkpoint) => void;
}

/** A register with the app's own loops, link and client, and in place of its databases a journal in memory and a checkpoint. */
export class LightRegister {
  readonly journal: JournalBuilder;
  /** Why its person was told of trouble after it had been online: offline again, or refused. */
  readonly troubles: string[] = [];
  /** Whether it waits to be let before it pulls what it was told of. */
  isHeld = false;
  private isListening = false;
  private readonly loops: RegisterLoops;

  constructor({ url, keys, checkpoint, onTold, onPulled }: LightRegisterOptions) {
    let failure = '';
    this.journal = new JournalBuilder(keys);
    this.loops = new RegisterLoops(
      {
        client: serverClient(url, keys.token),
        operations: this.journal.operations,
        random: Math.random,
        onPulled: (response) => onPulled(response.checkpoint),
        onStartOver: () => {
          throw new Error('No pool is set back here.');
        },
        onFailed: (error) => (failure = String(error)),
        onHeads: (heads) => {
          this.isListening = true;
          onTold(heads);
          return !this.isHeld;
        },
        onBroken: () => (this.isListening = false),
      },
      checkpoint,
    );
    this.loops.link.state.subscribe((state, before) => {
      if (before.connection.status === 'online' && state.connection.status !== 'online') this.troubles.push(failure);
    });
  }

  /** Online, with nothing left to send, to pull, or to come back of what was sent. */
  get isSettled(): boolean {
    return this.isListening && this.loops.isSettled;
  }

  get isOnline(): boolean {
    return this.loops.link.state.getState().connection.status === 'online';
  }

  /** Records what people do at a counter: a shift when none is open, then sales. */
  work(operations: number): void {
    for (let count = 0; count < operations; count += 1) {
      if (this.journal.shiftId === null) this.journal.openShift();
      else
        this.journal.sell([
          ['SKU-1', 1],
          [`SKU-${(this.journal.operations.length * 7) % 50}`, 2],
        ]);
      this.loops.kickOutbox();
    }
  }

  /** Asks all its loops for another round at once. */
  kick(): void {
    this.loops.kick();
  }

  stop(): void {
    this.loops.stop();
  }
}
