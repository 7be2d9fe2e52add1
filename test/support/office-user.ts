import { Secret, TOTP } from 'otpauth';
import type { GrantableScope } from '../../domain/access/scopes.ts';
import { v7 as uuidv7 } from 'uuid';
import { nameKey } from '../../domain/access/name-key.ts';
import { userId } from '../../domain/access/user-id.ts';
import { hashPassword } from '../../sync-server/access/password.ts';
import { hashSecret, newToken } from '../../sync-server/base/secrets.ts';
import type { Db } from '../../sync-server/db/database.ts';

export const PASSWORD = 'a password for tests';

/** Made once, and by parameters that cost nothing: they are kept with the hash, so that signing in by it is quick too. */
const cheap = hashPassword(PASSWORD, { cost: 16, blockSize: 8, parallelization: 1 });

/** Makes a user who signs in by {@link PASSWORD}, and may look at what waits and do what is given. @returns the id. */
export async function insertUser(db: Db, name: string, scopes: readonly GrantableScope[]): Promise<string> {
  const id = userId(uuidv7());
  await db
    .insertInto('office_users')
    .values({
      id,
      name,
      name_key: nameKey(name),
      password: JSON.stringify(await cheap),
      password_is_temporary: false,
      scopes: JSON.stringify([...new Set<GrantableScope>(['office.read', ...scopes])]),
      recovery_codes: '[]',
    })
    .execute();
  return id;
}

/** Signs a user in without asking for anything. @returns the token. */
export async function insertSignIn(db: Db, userId: string, expiresAt = new Date(Date.now() + 3_600_000)): Promise<string> {
  const token = newToken('user');
  await db
    .insertInto('office_sign_ins')
    .values({ token_hash: hashSecret(token), user_id: userId, expires_at: expiresAt })
    .execute();
  return token;
}

/** What an app for codes shows. @param at milliseconds. */
export function codeOf(secret: string, at = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: at });
}
