import { type GrantableScope, SCOPE_SETS, type ScopeSet } from '../../domain/access/scopes.ts';
import { hashSecret, newToken } from '../../sync-server/base/secrets.ts';
import type { Db } from '../../sync-server/db/database.ts';

/** Makes an API key with the scopes of a set, or with those that are given. @param key what opens; one of chance unless told. */
export async function insertKey(
  db: Db,
  name: string,
  scopes: ScopeSet | readonly GrantableScope[] = 'everything',
  key = newToken('key'),
): Promise<string> {
  const given = typeof scopes === 'string' ? SCOPE_SETS[scopes] : scopes;
  await db
    .insertInto('api_keys')
    .values({ key_hash: hashSecret(key), name, scopes: JSON.stringify(given) })
    .execute();
  return key;
}
