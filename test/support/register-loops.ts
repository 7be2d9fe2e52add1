import type { Operation } from '../../domain/registry/operations.ts';
import type { Checkpoint, PullResponse } from '../../domain/protocol/protocol.ts';
import type { Journal } from '../../src-renderer/journal/journal.ts';
import { startListening } from '../../src-renderer/sync/event-stream.ts';
import type { Loop } from '../../src-renderer/base/keep-trying.ts';
import { createConnectionState, type ConnectionState } from '../../src-renderer/sync/connection-state.ts';
import { startOutbox } from '../../src-renderer/sync/outbox.ts';
import { startPulling } from '../../src-renderer/sync/pull-loop.ts';
import type { ServerClient } from '../../src-renderer/sync/server-client.ts';

interface RegisterLoopsOptions {
  readonly client: ServerClient;
  /** The journal, in memory; it may grow. */
  readonly operations: readonly Operation[];
  readonly random: () => number;
  /** What a pull brought, if it goes on from where the register stands. */
  readonly onPulled: (response: PullResponse, from: Checkpoint) => void;
  /** The pool was set back, and the register is about to stand at nothing again. */
  readonly onStartOver: () => void;
  readonly onFailed: (error: unknown) => unknown;
  /** Told how far the scopes have come, whenever the server says so. @returns whether to pull what is new of that now. */
  readonly onHeads?: (heads: Checkpoint) => boolean;
  readonly onBroken?: () => unknown;
}

/**
 * The app's own loops, link and outbox between a real server and, in place of a register's databases, a journal in memory
 * and what its replica would say of itself.
 */
export class RegisterLoops implements Loop {
  readonly link: ConnectionState;
  confirmedSeq = 0;
  private appliedSeq = 0;
  checkpoint: Checkpoint = {};
  private isComplete = false;
  private epoch: string | null = null;
  private readonly operations: readonly Operation[];
  private readonly loops: readonly Loop[];
  private readonly unsubscribe: () => void;

  /** @param checkpoint where the register stands already. */
  constructor(options: RegisterLoopsOptions, checkpoint: Checkpoint = {}) {
    const { client, operations, random, onPulled, onStartOver, onFailed, onHeads = () => true, onBroken = () => undefined } = options;
    this.operations = operations;
    this.checkpoint = checkpoint;
    const tried = createConnectionState(() => Date.now(), null);
    const link: ConnectionState = {
      ...tried,
      failed: (error) => {
        onFailed(error);
        tried.failed(error);
      },
    };
    this.link = link;
    const journal: Journal = {
      tail: () => Promise.reject(new Error('Nobody asks for the tail.')),
      append: () => Promise.reject(new Error('The journal builder appends.')),
      after: (seq, limit) => Promise.resolve(operations.slice(seq, seq + limit)),
    };
    // These registers run once.
    const checkPlace = () => Promise.resolve(true);
    const outbox = startOutbox({
      journal,
      client,
      link,
      random,
      confirmedSeq: 0,
      onConfirmed: (seq) => (this.confirmedSeq = seq),
      checkPlace,
      onForked: () => link.stopAsCloned(),
      onFailed: () => pulling.kick(),
    });
    const pulling = startPulling({
      client,
      link,
      random,
      checkPlace,
      checkpoint: () => this.checkpoint,
      epoch: () => this.epoch,
      take: (from, response) => {
        if (from !== this.checkpoint) return Promise.resolve();
        onPulled(response, from);
        this.checkpoint = response.checkpoint;
        this.epoch = response.epoch ?? null;
        this.isComplete = response.complete;
        this.appliedSeq = Math.max(this.appliedSeq, response.appliedSeq);
        return Promise.resolve();
      },
      startOver: () => {
        onStartOver();
        this.checkpoint = {};
        this.epoch = null;
        this.appliedSeq = 0;
        return Promise.resolve();
      },
      confirmedSeq: () => this.confirmedSeq,
      sendAgain: () => outbox.sendAgain(),
    });
    const listening = startListening({
      client,
      link,
      random,
      onChange: (heads) => {
        if (onHeads(heads) && Object.entries(heads).some(([scope, seq]) => seq > (this.checkpoint[scope] ?? 0))) pulling.kick();
      },
      onBroken: () => {
        onBroken();
        pulling.kick();
      },
    });
    this.loops = [outbox, pulling, listening];
    this.unsubscribe = link.state.subscribe((state, before) => {
      if (state.connection.status === 'online' && before.connection.status !== 'online') this.retry();
    });
  }

  /** Whether everything in the journal is with the server, and came back. */
  get isSettled(): boolean {
    const tail = this.operations.length;
    return this.isComplete && this.confirmedSeq === tail && this.appliedSeq === tail;
  }

  /** Asks all its loops for another round at once. */
  kick(): void {
    for (const loop of this.loops) loop.kick();
  }

  /** The same, also of those that pause after a failure: the network is back. */
  retry(): void {
    for (const loop of this.loops) loop.retry();
  }

  /** Something was recorded: there is something to send. */
  kickOutbox(): void {
    this.loops[0]?.kick();
  }

  stop(): void {
    this.unsubscribe();
    for (const loop of this.loops) loop.stop();
  }
}
