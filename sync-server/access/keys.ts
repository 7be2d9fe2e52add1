import type { ListedKey, MadeKey, NewKey } from '../../domain/access/access-protocol.ts';
import { mayGive } from '../../domain/access/scopes.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { hashSecret, newToken } from '../base/secrets.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type Actor, logAction } from './actor.ts';
import { keyId } from './key-id.ts';
import { isLastManager, lockAccess } from './manage-access.ts';

/** All keys, the oldest first, without what opens anything. */
export async function listKeys(db: Db | Tx): Promise<ListedKey[]> {
  const rows = await db
    .selectFrom('api_keys')
    .select(['key_hash', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at', 'withdrawn_at'])
    .orderBy('created_at')
    .orderBy('name')
    .orderBy('key_hash')
    .execute();
  return rows.map((row) => ({
    id: keyId(row.key_hash),
    name: row.name,
    scopes: [...row.scopes],
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  }));
}

/** Makes a key. It is told only here. */
export function createKey(db: Db, { name, scopes, expiresAt }: NewKey, by: Actor): Promise<Result<MadeKey, 'scope_not_yours'>> {
  return transact(db, async (tx) => {
    if (!mayGive(await lockAccess(tx, by, 'keys'), scopes)) return refuse('scope_not_yours');
    const key = newToken('key');
    const keyHash = hashSecret(key);
    const row = await tx
      .insertInto('api_keys')
      .values({ key_hash: keyHash, name, scopes: JSON.stringify(scopes), expires_at: expiresAt })
      .returning('created_at')
      .executeTakeFirstOrThrow();
    const id = keyId(keyHash);
    await logAction(tx, by, { code: 'key.make', subject: id, after: { scopes, expiresAt } });
    return accept({ id, name, scopes, createdAt: row.created_at.toISOString(), expiresAt, lastUsedAt: null, withdrawnAt: null, key });
  });
}

export type WithdrawKeyRefusal = 'unknown_key' | 'last_office_key' | 'scope_not_yours';

/** Ends a key. Doing it again changes nothing. The last one that manages keys or users stays, unless a user can do it. */
export function withdrawKey(db: Db, id: string, by: Actor, now: Date): Promise<Result<ListedKey, WithdrawKeyRefusal>> {
  return transact(db, async (tx) => {
    const held = await lockAccess(tx, by, 'keys');
    const rows = await tx.selectFrom('api_keys').select('key_hash').execute();
    const keyHash = rows.find((row) => keyId(row.key_hash) === id)?.key_hash;
    const key = (await listKeys(tx)).find((one) => one.id === id);
    if (key === undefined || keyHash === undefined) return refuse('unknown_key');
    if (key.withdrawnAt !== null) return accept(key);
    if (!mayGive(held, key.scopes)) return refuse('scope_not_yours');
    if (await isLastManager(tx, { id: keyHash, scopes: key.scopes }, [], now)) return refuse('last_office_key');
    await tx.updateTable('api_keys').set({ withdrawn_at: now }).where('key_hash', '=', keyHash).execute();
    await logAction(tx, by, { code: 'key.withdraw', subject: id, before: { scopes: key.scopes } });
    return accept({ ...key, withdrawnAt: now.toISOString() });
  });
}
