import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { hashSecret, newToken } from '../base/secrets.ts';

/** `web_shop` opens orders and availability; `office` opens everything that is not a register's. */
export type KeyScope = 'web_shop' | 'office';

/** An API key without what opens anything. */
export interface ListedKey {
  /** The beginning of its hash. */
  readonly id: string;
  readonly name: string;
  readonly scope: KeyScope;
  readonly createdAt: string;
  readonly withdrawnAt: string | null;
}

const ID_LENGTH = 12;

/** All keys, the oldest first. */
export async function listKeys(db: Db | Tx): Promise<ListedKey[]> {
  const rows = await db
    .selectFrom('api_keys')
    .select(['key_hash', 'name', 'scope', 'created_at', 'withdrawn_at'])
    .orderBy('created_at')
    .orderBy('name')
    .orderBy('key_hash')
    .execute();
  return rows.map((row) => ({
    id: row.key_hash.slice(0, ID_LENGTH),
    name: row.name,
    scope: row.scope,
    createdAt: row.created_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  }));
}

/** Makes a key. It is told only here. */
export async function createKey(db: Db, name: string, scope: KeyScope): Promise<ListedKey & { readonly key: string }> {
  const key = newToken('key');
  const keyHash = hashSecret(key);
  const row = await db.insertInto('api_keys').values({ key_hash: keyHash, name, scope }).returning('created_at').executeTakeFirstOrThrow();
  return { id: keyHash.slice(0, ID_LENGTH), name, scope, createdAt: row.created_at.toISOString(), withdrawnAt: null, key };
}

/** Ends a key. Doing it again changes nothing. The last key of the head office stays: without it nobody could make another. */
export function withdrawKey(db: Db, id: string, now: Date): Promise<Result<ListedKey, 'unknown_key' | 'last_office_key'>> {
  return transact(db, async (tx) => {
    await tx.selectFrom('api_keys').select('key_hash').orderBy('key_hash').forUpdate().execute();
    const keys = await listKeys(tx);
    const key = keys.find((one) => one.id === id);
    if (key === undefined) return refuse('unknown_key');
    if (key.withdrawnAt !== null) return accept(key);
    if (key.scope === 'office' && keys.filter((one) => one.scope === 'office' && one.withdrawnAt === null).length === 1)
      return refuse('last_office_key');
    await tx.updateTable('api_keys').set({ withdrawn_at: now }).where('key_hash', 'like', `${id}%`).execute();
    return accept({ ...key, withdrawnAt: now.toISOString() });
  });
}
