import { answerOf } from './idb-request.ts';

const PICTURE_DATABASE = 'outpost-pictures';

const STORE = 'pictures';

/** Pictures on the disk of this device, by their hashes. They can all be fetched again. */
export interface PictureShelf {
  hashes(): Promise<readonly string[]>;
  read(hash: string): Promise<Blob | undefined>;
  write(hash: string, picture: Blob): Promise<void>;
  remove(hashes: readonly string[]): Promise<void>;
}

async function opened(): Promise<IDBDatabase> {
  const opening = indexedDB.open(PICTURE_DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return answerOf(opening);
}

/** Opens the shelf when it is first needed: the start of the app does not wait for it. */
export function pictureShelf(): PictureShelf {
  let opening: Promise<IDBDatabase> | null = null;
  const store = async (mode: IDBTransactionMode) => {
    opening ??= opened();
    return (await opening).transaction(STORE, mode).objectStore(STORE);
  };
  return {
    hashes: async () => (await answerOf((await store('readonly')).getAllKeys())).map(String),
    read: async (hash) => answerOf<Blob | undefined>((await store('readonly')).get(hash)),
    write: async (hash, picture) => void (await answerOf((await store('readwrite')).put(picture, hash))),
    async remove(hashes) {
      const from = await store('readwrite');
      await Promise.all(hashes.map((hash) => answerOf(from.delete(hash))));
    },
  };
}
