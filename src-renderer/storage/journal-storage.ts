import type { DBCore, DBCoreTable, Dexie } from 'dexie';
import {
  type BulkWriteRow,
  categorizeBulkWriteRows,
  type EventBulk,
  type RxDocumentData,
  type RxStorage,
  type RxStorageChangeEvent,
  type RxStorageDefaultCheckpoint,
} from 'rxdb/plugins/core';
import { fromStorageToDexie, getRxStorageDexie, type RxStorageInstanceDexie } from 'rxdb/plugins/storage-dexie';
import { Subject } from 'rxjs';

/** Strict: a write is on the disk, not only with the operating system, when it resolves (rule J1). */
const STRICT = { chromeTransactionDurability: 'strict' } as const;

/** Commits what is added at once: to wait for the answer first would only leave time for a second write. */
function commitAdded(table: DBCoreTable): DBCoreTable {
  return {
    ...table,
    mutate: (request) => {
      const answer = table.mutate(request);
      if (request.type === 'add') (request.trans as unknown as IDBTransaction).commit();
      return answer;
    },
  };
}

function commitAtOnce(database: Dexie): void {
  database.use({
    stack: 'dbcore',
    name: 'commit-added',
    create: (core: DBCore) => ({ ...core, table: (name) => commitAdded(core.table(name)) }),
  });
}

/**
 * Leaves out the indexes by the time of a change, which RxDB keeps for its replication and its clean-up. A journal has neither, and
 * each index is one more write for every sale. A journal that was made with them keeps them: they do no harm.
 */
function withoutIndexesByTime(database: Dexie): void {
  const version = database.version.bind(database);
  database.version = (number) => {
    const made = version(number);
    const stores = made.stores.bind(made);
    made.stores = ({ docs = null, ...others }) =>
      stores({
        ...others,
        docs:
          docs
            ?.split(', ')
            .filter((index) => !index.includes('_meta.lwt'))
            .join(', ') ?? null,
      });
    return made;
  };
}

/**
 * Lets documents be added to a collection, and nothing else be written: a place in a journal is written once (rule J7). So nobody reads
 * what is there before each sale, as the storage would, and one table is opened in place of two.
 */
function addOnly<Entry>(instance: RxStorageInstanceDexie<Entry>): RxStorageInstanceDexie<Entry> {
  const changes = new Subject<EventBulk<RxStorageChangeEvent<RxDocumentData<Entry>>, RxStorageDefaultCheckpoint>>();
  instance.changeStream = () => changes.asObservable();
  instance.bulkWrite = async (rows, context) => {
    const { dexieTable, booleanIndexes } = await instance.internals;
    await dexieTable.bulkAdd(rows.map(({ document }) => fromStorageToDexie(booleanIndexes, document) as unknown));
    const added = rows as BulkWriteRow<RxDocumentData<Entry>>[];
    const { eventBulk } = categorizeBulkWriteRows(instance, instance.primaryPath as never, new Map(), added, context);
    changes.next(eventBulk as never);
    return { error: [] };
  };
  return instance;
}

/** Where a journal lies: strictly durable, and each place in it is written once. */
export function journalStorage(): RxStorage<unknown, unknown> {
  const storage = getRxStorageDexie({
    ...STRICT,
    onCreate: (database, name) => {
      if (!name.endsWith('--journal')) return;
      withoutIndexesByTime(database);
      commitAtOnce(database);
    },
  });
  const create = storage.createStorageInstance.bind(storage);
  storage.createStorageInstance = async (params) => {
    const instance = await create(params);
    // RxDB keeps notes of its own beside the journal, and those do change.
    return params.collectionName === 'journal' ? addOnly(instance) : instance;
  };
  return storage;
}

/** Where the device keeps its own few notes, which do change: strictly durable. */
export function deviceStorage(): RxStorage<unknown, unknown> {
  return getRxStorageDexie(STRICT);
}
