import type { WrittenOperation } from '../../domain/base/envelope.ts';
import type { Journal } from '../journal/journal.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import { comparePlace, type ServerPlace } from './compare-place.ts';
import { startHandingOver } from './hand-over-fork.ts';
import type { Loop } from '../base/keep-trying.ts';
import type { ConnectionState } from './connection-state.ts';
import type { ServerClient } from './server-client.ts';

/** Under which name the device notes that a register runs on two machines. */
export function forkNoteName(registerId: string): string {
  return `fork:${registerId}`;
}

/** What the device notes once its register was found to run on two machines. */
export interface ForkNote {
  /** Whether the server has everything that was recorded here. */
  readonly handedOver: boolean;
  /** Operations that were done here and are not in the journal any more, because the server has others in their places. */
  readonly spare?: readonly WrittenOperation[];
}

export interface ForkWatchOptions {
  readonly registerId: string;
  readonly journal: Journal;
  readonly client: ServerClient;
  readonly link: ConnectionState;
  readonly notes: DeviceNotes;
  /** The `seq` of the journal's last operation. */
  readonly lastSeq: number;
  /** The place that the replica holds everything up to. */
  readonly applied: ServerPlace;
  /** The register runs once after all: everything has to be offered again. */
  readonly onUnfounded: () => void;
  readonly random: () => number;
}

export interface ForkWatch {
  /** The loop that hands over what the server does not have. */
  readonly loop: Loop;
  /** Whether the register was found to run on two machines: nothing may be recorded any more (rule J7). */
  isForked(): boolean;
  /** The highest `seq` up to which the server is known to hold exactly this journal. */
  provenSeq(): number;
  /** Compares a place that the server names with the journal, and stops the register on a contradiction; false then. */
  checkPlace(place: ServerPlace): Promise<boolean>;
  /** The pool was set back: nothing that was compared before holds. */
  forget(): void;
  stop(): void;
}

/**
 * Notices that a register's journal and the server's differ, which happens when its profile was copied, or restored from a
 * backup (rule J7). Then the register stops, here and after every start, and what it has is handed over to the server.
 */
export async function watchForFork(options: ForkWatchOptions): Promise<ForkWatch> {
  const { registerId, journal, client, link, notes, lastSeq, applied, onUnfounded, random } = options;
  const noteName = forkNoteName(registerId);
  const noted = ((await notes.read(noteName)) ?? null) as ForkNote | null;
  // A place whose hash was never compared proves nothing: its operation is offered again.
  const proven = typeof applied.hash === 'string' || applied.seq === 0 ? applied : { seq: applied.seq - 1, hash: null };
  let shared: ServerPlace = { ...proven, seq: Math.min(proven.seq, lastSeq) };

  function isForked(): boolean {
    const { connection } = link.state.getState();
    return connection.status === 'refused' && connection.code === 'register_cloned';
  }
  function note(next: ForkNote | null): void {
    notes.writeBehind(noteName, next);
    link.state.setState({ forkHandedOver: next?.handedOver === true });
  }
  const loop = startHandingOver({
    journal,
    client,
    random,
    isWaiting: () => isForked() && !link.state.getState().forkHandedOver,
    spare: noted?.spare ?? [],
    sharedSeq: () => (shared.hash === null ? 0 : shared.seq),
    onHandedOver: () => note({ handedOver: true }),
    onUnfounded: () => {
      shared = { seq: 0, hash: null };
      note(null);
      link.resume();
      onUnfounded();
    },
  });
  const unsubscribe = link.state.subscribe((state, before) => {
    if (!isForked() || state.connection === before.connection) return;
    note({ ...noted, handedOver: false });
    loop.kick();
  });

  const isUnlike = applied.seq <= lastSeq && (await comparePlace(journal, applied, client.readBack)) === 'forked';
  if (noted === null && isUnlike) link.stopAsCloned();
  if (noted !== null) {
    link.stopAsCloned();
    note(noted);
  }
  return {
    loop,
    isForked,
    provenSeq: () => shared.seq,
    async checkPlace(place) {
      if (place.seq === shared.seq && place.hash === shared.hash) return true;
      const finding = await comparePlace(journal, place, client.readBack);
      if (finding === 'forked') link.stopAsCloned();
      if (finding === 'ours') shared = place;
      return finding !== 'forked';
    },
    forget() {
      shared = { seq: 0, hash: null };
    },
    stop: unsubscribe,
  };
}
