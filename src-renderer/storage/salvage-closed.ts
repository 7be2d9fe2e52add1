import { answered } from '../base/timeout.ts';
import { answerOf } from './idb-request.ts';
import { journalDatabaseName } from './register-database.ts';
import { messageOf } from './storage-error.ts';

const DAMAGED_ENTRY = Symbol('damaged entry');

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

/** An entry of a journal with the database it lies in; or what could not be read, and why. */
export type StoredEntry = { readonly journal: string; readonly entry: unknown } | { readonly unreadable: string; readonly why: string };

/** Every entry of every journal on this device, of any register, the ones set aside too. Never rejects: it says what it could not read. */
export async function readStoredJournals(): Promise<StoredEntry[]> {
  const unreadable = (what: string) => (error: unknown) => [{ unreadable: what, why: messageOf(error) }];
  const names = await answered('This device’s storage', indexedDB.databases()).then(
    (all) => all.map(({ name = '' }) => name),
    unreadable('all journals'),
  );
  const all: StoredEntry[] = [];
  for (const name of names) {
    if (typeof name !== 'string') all.push(name);
    else if (name.startsWith('rxdb-dexie-outpost-journal-') && name.endsWith('--journal'))
      all.push(...(await readJournal(name).catch(unreadable(name))));
  }
  return all;
}

async function readJournal(name: string): Promise<StoredEntry[]> {
  const database = await answered(`The database ${name}`, answerOf(indexedDB.open(name)));
  try {
    const entries = database.objectStoreNames.contains('docs') ? await readAll(database) : [];
    return entries.map((entry) => ({ journal: name, entry }));
  } finally {
    database.close();
  }
}
