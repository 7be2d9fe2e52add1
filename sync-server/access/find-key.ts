import type { GrantableScope } from '../../domain/access/scopes.ts';
import { hashSecret } from '../base/secrets.ts';
import type { Db } from '../db/database.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { keyId } from './key-id.ts';

/** A machine that asks with an API key. */
export interface KeyCaller {
  readonly kind: 'key';
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly GrantableScope[];
  readonly keyHash: string;
  readonly lastUsedAt: Date | null;
}

function ended(code: 'key_withdrawn' | 'key_expired', message: string): HttpRefusal {
  return new HttpRefusal(401, { code, message, field: 'Authorization', fix: 'Ask the head office for a new one.' });
}

/** The key of a token; null for one that there never was. @throws HttpRefusal for one that has ended. */
export async function findKey(db: Db, token: string, now: Date): Promise<KeyCaller | null> {
  const keyHash = hashSecret(token);
  const row = await db
    .selectFrom('api_keys')
    .select(['name', 'scopes', 'withdrawn_at', 'expires_at', 'last_used_at'])
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.withdrawn_at !== null) throw ended('key_withdrawn', 'This API key was withdrawn.');
  if (row.expires_at !== null && row.expires_at <= now) throw ended('key_expired', 'This API key has expired.');
  return { kind: 'key', id: keyId(keyHash), name: row.name, scopes: row.scopes, keyHash, lastUsedAt: row.last_used_at };
}
