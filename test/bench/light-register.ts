import type { Checkpoint } from '../../domain/wire/protocol.ts';
import type { Journal } from '../../src-renderer/journal/journal.ts';
import { startListening } from '../../src-renderer/sync/event-stream.ts';
import type { Loop } from '../../src-renderer/sync/keep-trying.ts';
import { createLink, type Link } from '../../src-renderer/sync/link.ts';
import { startOutbox } from '../../src-renderer/sync/outbox.ts';
import { startPulling } from '../../src-renderer/sync/pull-loop.ts';
import { serverClient } from '../../src-renderer/sync/server-client.ts';
import { JournalBuilder } from '../support/journal-builder.ts';
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
  private confirmedSeq = 0;
  private appliedSeq = 0;
  private complete = false;
  private isListening = false;
  private checkpoint: Checkpoint;
  private life: string | null = null;
  private readonly link: Link;
  private readonly loops: readonly Loop[];

  constructor({ url, keys, checkpoint, onTold, onPulled }: LightRegisterOptions) {
    const tried = createLink(() => Date.now(), null);
    let failure = '';
    const link: Link = {
      ...tried,
      failed: (error) => {
        failure = String(error);
        tried.failed(error);
      },
    };
    this.link = link;
    this.checkpoint = checkpoint;
    this.journal = new JournalBuilder(keys);
    const { operations } = this.journal;
    const client = serverClient(url, keys.token);
    const random = Math.random;
    const journal: Journal = {
      tail: () => Promise.reject(new Error('Nobody asks for the tail.')),
      append: () => Promise.reject(new Error('The journal builder appends.')),
      after: (seq, limit) => Promise.resolve(operations.slice(seq, seq + limit)),
    };
    const outbox = startOutbox({ journal, client, link, random, confirmedSeq: 0, onConfirmed: (seq) => (this.confirmedSeq = seq) });
    const pulling = startPulling({
      client, link, random,
      checkpoint: () => this.checkpoint,
      life: () => this.life,
      take: (from, response) => {
        if (from !== this.checkpoint) return Promise.resolve();
        this.checkpoint = response.checkpoint;
        this.life = response.life ?? null;
        this.complete = response.complete;
        this.appliedSeq = Math.max(this.appliedSeq, response.appliedSeq);
        onPulled(response.checkpoint);
        return Promise.resolve();
      },
      startOver: () => Promise.reject(new Error('No pool is set back here.')),
      confirmedSeq: () => this.confirmedSeq,
      sendAgain: () => outbox.sendAgain(),
    });
    const listening = startListening({
      client, link, random,
      onChange: (heads) => {
        this.isListening = true;
        onTold(heads);
        if (!this.isHeld && Object.entries(heads).some(([scope, seq]) => seq > (this.checkpoint[scope] ?? 0))) pulling.kick();
      },
      onBroken: () => {
        this.isListening = false;
        pulling.kick();
      },
    });
    this.loops = [outbox, pulling, listening];
    link.state.subscribe((state, before) => {
      const isOnline = state.connection.status === 'online';
      if (!isOnline && before.connection.status === 'online') this.troubles.push(failure);
      if (isOnline && before.connection.status !== 'online') this.kick();
    });
  }

  /** Online, with nothing left to send, to pull, or to come back of what was sent. */
  get isSettled(): boolean {
    const tail = this.journal.operations.length;
    return this.isListening && this.complete && this.confirmedSeq === tail && this.appliedSeq === tail;
  }

  get isOnline(): boolean {
    return this.link.state.getState().connection.status === 'online';
  }

  /** Records what people do at a counter: a shift when none is open, then sales. */
  work(operations: number): void {
    for (let count = 0; count < operations; count += 1) {
      if (this.journal.shiftId === null) this.journal.openShift();
      else this.journal.sell([['SKU-1', 1], [`SKU-${(this.journal.operations.length * 7) % 50}`, 2]]);
      this.loops[0]?.kick();
    }
  }

  /** Asks all its loops for another round at once. */
  kick(): void {
    for (const loop of this.loops) loop.kick();
  }

  stop(): void {
    for (const loop of this.loops) loop.stop();
  }
}
