import type { JournalMirrorPort } from '../../../domain/device/bridge.ts';
import type { WrittenOperation } from '../../../domain/base/envelope.ts';
import type { JournalCollections } from '../../storage/register-database.ts';
import { keepTrying, type Loop } from '../../base/keep-trying.ts';
import { lastPlace, readOperations } from '../../storage/read-copies.ts';

const BATCH = 200;

export interface MirrorKeeper extends Loop {
  /** An operation is in the journal; the mirror has to have it too. */
  add(operation: WrittenOperation): void;
}

export interface KeepMirrorOptions {
  readonly mirror: JournalMirrorPort;
  readonly journal: JournalCollections['journal'];
  /** Up to here the mirror holds everything. */
  readonly mirroredSeq: number;
  readonly random: () => number;
  readonly onError: (error: unknown) => void;
}

/**
 * Keeps the mirror in step with the journal (rule R5), in `seq` order: what it lacks since an earlier start first, then
 * each operation as it is recorded. While its disk fails it falls behind, and catches up from the journal when it works again.
 */
export function keepMirror({ mirror, journal, mirroredSeq, random, onError }: KeepMirrorOptions): MirrorKeeper {
  let mirrored = mirroredSeq;
  let fresh: WrittenOperation[] = [];
  let told = false;

  async function nextBatch(): Promise<unknown[]> {
    fresh = fresh.filter((operation) => operation.seq > mirrored);
    if (fresh[0]?.seq === mirrored + 1) return fresh.slice(0, BATCH);
    return readOperations(journal, mirrored + 1, Math.min(mirrored + BATCH, await lastPlace(journal)));
  }

  const loop = keepTrying({
    idleMs: 60_000,
    random,
    onError(error) {
      // Once is enough for the log; it is tried again for as long as it takes.
      if (!told) onError(error);
      told = true;
    },
    async round() {
      const batch = await nextBatch();
      const last = batch.at(-1) as WrittenOperation | undefined;
      if (last === undefined) return 'wait';
      const result = await mirror.append(batch.map((operation) => JSON.stringify(operation)));
      if (!result.ok) throw new Error(`The journal's mirror could not be written: ${result.code}.`);
      mirrored = last.seq;
      told = false;
      return 'again';
    },
  });
  return {
    ...loop,
    add(operation) {
      if (fresh.length < BATCH) fresh.push(operation);
      loop.kick();
    },
  };
}
