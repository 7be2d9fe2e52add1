import { journalDatabaseName } from '../../register/register-database.ts';

const DAMAGED_ENTRY = Symbol('damaged entry');

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed.'));
  });
}

async function readEntry(documents: IDBObjectStore, key: IDBValidKey): Promise<unknown> {
  try {
    return await answerOf<unknown>(documents.get(key));
  } catch {
    return DAMAGED_ENTRY;
  }
}

async function readAll(database: IDBDatabase): Promise<unknown[]> {
  const documents = () => database.transaction('docs').objectStore('docs');
  try {
    return await answerOf<unknown[]>(documents().getAll());
  } catch {
    const entries: unknown[] = [];
    // A read that fails ends its transaction, so each has one of its own.
    for (const key of await answerOf(documents().getAllKeys())) entries.push(await readEntry(documents(), key));
    return entries.filter((entry) => entry !== DAMAGED_ENTRY);
  }
}

/** The databases that hold one generation of a register's journal. */
async function namesOf(registerId: string, generation: number): Promise<string[]> {
  const beginning = `rxdb-dexie-${journalDatabaseName(registerId, generation)}--`;
  const all = await indexedDB.databases();
  return all.map(({ name }) => name ?? '').filter((name) => name.startsWith(beginning) && name.endsWith('--journal'));
}

/**
 * Reads a journal past RxDB and Dexie, which have to know a database's version before they open it: bare IndexedDB takes
 * it as it is. An entry that cannot be read is left out. Rejects when the database cannot be read at all.
 */
export async function salvageClosedJournal(registerId: string, generation: number): Promise<unknown[]> {
  const operations: unknown[] = [];
  for (const name of await namesOf(registerId, generation)) {
    const database = await answerOf(indexedDB.open(name));
    try {
      const entries = database.objectStoreNames.contains('docs') ? await readAll(database) : [];
      for (const entry of entries) operations.push((entry as { operation?: unknown } | null)?.operation);
    } finally {
      database.close();
    }
  }
  return operations;
}

/** Every entry of every journal on this device, of any register, the ones set aside too, with the database it lies in. */
export async function readStoredJournals(): Promise<{ readonly journal: string; readonly entry: unknown }[]> {
  const all: { journal: string; entry: unknown }[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('rxdb-dexie-outpost-journal-') || !name.endsWith('--journal')) continue;
    const database = await answerOf(indexedDB.open(name));
    try {
      const entries = database.objectStoreNames.contains('docs') ? await readAll(database) : [];
      all.push(...entries.map((entry) => ({ journal: name, entry })));
    } finally {
      database.close();
    }
  }
  return all;
}
