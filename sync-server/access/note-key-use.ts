import type { Db } from '../db/database.ts';
import type { KeyCaller } from './find-key.ts';

/** How exact (milliseconds) the last use of a key is. */
const EXACT_MS = 60_000;

export interface KeyUse {
  /** Writes down that a key was used, unless that was done less than a minute ago. Nobody waits for it. */
  note(key: KeyCaller): void;
  /** Resolves when nothing is being written any more. */
  settle(): Promise<void>;
}

/** Keeps when each key was used last. @param onError told when it could not be written: the next use tries again. */
export function createKeyUse(db: Db, onError: (error: unknown) => void): KeyUse {
  const writing = new Map<string, Promise<void>>();
  return {
    note({ keyHash, lastUsedAt }) {
      const now = new Date();
      if (writing.has(keyHash) || (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < EXACT_MS)) return;
      const written = db
        .updateTable('api_keys')
        .set({ last_used_at: now })
        .where('key_hash', '=', keyHash)
        .execute()
        .then(() => undefined, onError)
        .finally(() => writing.delete(keyHash));
      writing.set(keyHash, written);
    },
    async settle() {
      await Promise.all(writing.values());
    },
  };
}
