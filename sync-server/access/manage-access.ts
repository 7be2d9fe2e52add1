import { sql } from 'kysely';
import { type GrantableScope, GRANTABLE_SCOPES } from '../../domain/access/scopes.ts';
import type { Tx } from '../db/database.ts';
import type { Actor } from './actor.ts';
import { ID_LENGTH } from './key-id.ts';

/** Any number that nobody else uses for an advisory lock. */
const ACCESS_LOCK = 7_240_304;

/** What somebody holds at this moment: nothing once they have ended. */
async function scopesNow(tx: Tx, { kind, id }: Actor, now: Date): Promise<readonly GrantableScope[]> {
  // Whoever has the server's machine can do everything.
  if (kind === 'command') return GRANTABLE_SCOPES;
  const { rows } = await (kind === 'key'
    ? sql<{ scopes: GrantableScope[] }>`select scopes from api_keys where left(key_hash, ${ID_LENGTH}::int) = ${id} and withdrawn_at is null
        and (expires_at is null or expires_at > ${now})`
    : sql<{ scopes: GrantableScope[] }>`select scopes from office_users where id = ${id} and withdrawn_at is null`
  ).execute(tx);
  return rows[0]?.scopes ?? [];
}

/**
 * Lets one transaction at a time change keys and users, so that two cannot each withdraw the other's last one.
 * @param needed without which they may change nothing.
 * @returns what they may give, and change in others: what they hold now, not when the request began. Empty when they may not ask any more.
 */
export async function lockAccess(tx: Tx, by: Actor, needed: 'users' | 'keys'): Promise<readonly GrantableScope[]> {
  await sql`select pg_advisory_xact_lock(${ACCESS_LOCK}::bigint)`.execute(tx);
  const held = await scopesNow(tx, by, new Date());
  return held.includes(needed) ? held : [];
}

/** Whether somebody else has a scope: a key that has not ended, or a user. @param except the hash of a key, or the id of a user. */
async function someoneElseHas(tx: Tx, scope: GrantableScope, except: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from api_keys where key_hash <> ${except} and jsonb_exists(scopes, ${scope}) and withdrawn_at is null
        and (expires_at is null or expires_at > ${now}))
      or exists (select 1 from office_users where id <> ${except} and jsonb_exists(scopes, ${scope}) and withdrawn_at is null)
      as found`.execute(tx);
  return rows[0]?.found ?? false;
}

interface Holder {
  /** The hash of a key, or the id of a user. */
  readonly id: string;
  readonly scopes: readonly GrantableScope[];
}

/** Whether a key or a user is the last one who manages users or keys, and would not any more with the scopes that are left. */
export async function isLastManager(tx: Tx, { id, scopes }: Holder, left: readonly GrantableScope[], now: Date): Promise<boolean> {
  for (const scope of ['users', 'keys'] as const) {
    const loses = scopes.includes(scope) && !left.includes(scope);
    if (loses && !(await someoneElseHas(tx, scope, id, now))) return true;
  }
  return false;
}
