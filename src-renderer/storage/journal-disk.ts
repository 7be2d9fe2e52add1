import type { RxDatabase, RxStorage } from 'rxdb/plugins/core';
import type { Operation } from '../../domain/registry/operations.ts';
import { type JournalCollections, journalKey, openJournalDatabase } from './register-database.ts';
import { lastPlace, readOperations } from './read-copies.ts';

type JournalCollection = JournalCollections['journal'];

/** Where the journals of one register lie: the one that counts, and damaged ones, which are set aside. */
export interface JournalDisk {
  /** Opens the journal that counts. Rejects when it will not open. */
  open(): Promise<JournalCollection>;
  /** Everything that can be read of the journal that counts, as it was written, damaged or not; also when it will not open. */
  salvage(): Promise<unknown[]>;
  /**
   * Writes a journal anew, beside the one there is.
   * @param counts whether it takes the place of that; otherwise it is there to be read, until the next is written.
   */
  writeAnew(operations: readonly unknown[], counts: boolean): Promise<JournalCollection>;
}

export interface JournalDiskOptions {
  readonly registerId: string;
  readonly storage: RxStorage<unknown, unknown>;
  /** Which generation of the journal counts, from 1 on. */
  readonly generation: number;
  /** Notes, durably, that another generation counts from now on. */
  readonly noteGeneration: (generation: number) => Promise<void>;
  /** Reads the operations of a journal that will not open, past everything; rejects when not even that works. */
  readonly salvageClosed: (generation: number) => Promise<unknown[]>;
}

const BATCH = 500;

async function writeAll(collection: JournalCollection, operations: readonly unknown[]): Promise<void> {
  for (let from = 0; from < operations.length; from += BATCH) {
    const batch = operations.slice(from, from + BATCH) as Operation[];
    const { error } = await collection.bulkInsert(batch.map((operation) => ({ key: journalKey(operation.seq), operation })));
    const [failure] = error;
    if (failure !== undefined) throw new Error(`The journal could not be written anew: ${failure.status}.`);
  }
}

export function journalDisk({ registerId, storage, generation, noteGeneration, salvageClosed }: JournalDiskOptions): JournalDisk {
  let current = generation;
  let opened: RxDatabase<JournalCollections> | null = null;

  /** A generation that does not count holds copies alone: what an earlier attempt left of it is cleared. */
  async function openEmpty(next: number): Promise<RxDatabase<JournalCollections>> {
    const database = await openJournalDatabase(registerId, storage, next);
    if ((await lastPlace(database.journal)) === 0) return database;
    await database.remove();
    return openJournalDatabase(registerId, storage, next);
  }

  return {
    async open() {
      opened ??= await openJournalDatabase(registerId, storage, current);
      return opened.journal;
    },
    async salvage() {
      if (opened === null) return salvageClosed(current);
      return readOperations(opened.journal, 1, await lastPlace(opened.journal));
    },
    async writeAnew(operations, counts) {
      const next = current + 1;
      const database = await openEmpty(next);
      await writeAll(database.journal, operations);
      if (!counts) return database.journal;
      await noteGeneration(next);
      await opened?.close();
      opened = database;
      current = next;
      return database.journal;
    },
  };
}
