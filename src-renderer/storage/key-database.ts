import { answerOf } from './idb-request.ts';

const KEY_DATABASE = 'outpost-keys';

/** The browser's own keys: only IndexedDB can keep a key whose bytes WebCrypto never gives away. */
export interface KeyDatabase {
  read<T>(name: string): Promise<T | undefined>;
  /** Resolves once the key is on the disk. */
  write(name: string, key: CryptoKey | CryptoKeyPair): Promise<void>;
}

async function withKeys<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const opening = indexedDB.open(KEY_DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
  const database = await answerOf(opening);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

export const keyDatabase: KeyDatabase = {
  read: <T>(name: string) => withKeys((database) => answerOf<T | undefined>(database.transaction('keys').objectStore('keys').get(name))),
  write: (name, key) =>
    withKeys(
      (database) =>
        new Promise<void>((resolve, reject) => {
          const writing = database.transaction('keys', 'readwrite', { durability: 'strict' });
          writing.objectStore('keys').put(key, name);
          writing.oncomplete = () => resolve();
          writing.onabort = () => reject(writing.error ?? new Error('The key was not written.'));
        }),
    ),
};
