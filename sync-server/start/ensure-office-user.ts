import { nameKey } from '../../domain/access/name-key.ts';
import { GRANTABLE_SCOPES } from '../../domain/access/scopes.ts';
import { COMMAND_LINE } from '../access/actor.ts';
import { newPassword } from '../access/password.ts';
import { createUser } from '../access/users.ts';
import type { Db } from '../db/database.ts';
import type { KeptKeys } from './kept-keys.ts';

const NAME = 'Admin';

function findByName(db: Db, name: string) {
  return db
    .selectFrom('office_users')
    .select('password')
    .where('name_key', '=', nameKey(name))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
}

/**
 * A first user of the head office, where the company is the sample and has none. For any other, a person makes one by command.
 * @returns what to tell whoever started the server; null when there is nothing to tell.
 */
export async function ensureOfficeUser(db: Db, keys: KeptKeys, isSample: boolean): Promise<string | null> {
  const someone = await db.selectFrom('office_users').select('id').where('withdrawn_at', 'is', null).limit(1).executeTakeFirst();
  if (!isSample) return someone === undefined ? 'none yet: npm run users -- add NAME' : null;
  if (someone === undefined) {
    const password = keys.officeUser?.password ?? newPassword();
    const made = await createUser(db, { name: NAME, scopes: [...GRANTABLE_SCOPES], password }, COMMAND_LINE);
    if (!made.ok) throw new Error(`The user of the sample was not made: ${made.refusal}.`);
    keys.officeUser = { name: NAME, password, salt: (await findByName(db, NAME))?.password.salt ?? '' };
  }
  const kept = keys.officeUser;
  if (kept === undefined) return null;
  // Another salt: the password was changed, and the one that is kept opens nothing.
  const found = await findByName(db, kept.name);
  return found?.password.salt === kept.salt ? `${kept.name}, password ${kept.password}` : null;
}
