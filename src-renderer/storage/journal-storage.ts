import type { DBCore, DBCoreMutateResponse, DBCoreTable, Dexie } from 'dexie';
import type { RxStorage } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

/** Strict: a write is on the disk, not only with the operating system, when it resolves (rule J1). */
const STRICT = { chromeTransactionDurability: 'strict' } as const;

const NOTHING_CHANGED: DBCoreMutateResponse = { numFailures: 0, failures: {}, lastResult: undefined, results: [] };

/**
 * A table to which documents can be added, and that refuses to write any a second time (rule J7). Nothing that is there
 * can then be overwritten, so two waits are left out of every sale: the read before the write, which would look for what
 * is there, and the wait for the write's answer before the commit, which would leave time for a second write.
 */
function addOnly(table: DBCoreTable): DBCoreTable {
  return {
    ...table,
    getMany: (request) =>
      (request.trans as unknown as IDBTransaction).mode === 'readwrite'
        ? Promise.resolve(request.keys.map(() => undefined))
        : table.getMany(request),
    mutate: (request) => {
      if (request.type === 'deleteRange') return table.mutate(request);
      const items = request.type === 'delete' ? request.keys : request.values;
      // The transaction may be committed already: what changes nothing must not ask it for its table.
      if (items.length === 0) return Promise.resolve(NOTHING_CHANGED);
      if (request.type !== 'put') return table.mutate(request);
      const added = table.mutate({ type: 'add', trans: request.trans, values: request.values });
      (request.trans as unknown as IDBTransaction).commit();
      return added;
    },
  };
}

function makeAddOnly(database: Dexie): void {
  database.use({
    stack: 'dbcore',
    name: 'add-only',
    create: (core: DBCore) => ({ ...core, table: (name) => addOnly(core.table(name)) }),
  });
}

/** Where a journal lies: strictly durable, and each place in it is written once. */
export function journalStorage(): RxStorage<unknown, unknown> {
  return getRxStorageDexie({
    ...STRICT,
    onCreate: (database, name) => {
      // RxDB keeps notes of its own beside the journal, and those do change.
      if (name.endsWith('--journal')) makeAddOnly(database);
    },
  });
}

/** Where the device keeps its own few notes, which do change: strictly durable. */
export function deviceStorage(): RxStorage<unknown, unknown> {
  return getRxStorageDexie(STRICT);
}
