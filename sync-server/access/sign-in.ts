import type { SignedIn, SignedInUser, SignInRequest } from '../../domain/access/access-protocol.ts';
import { nameKey } from '../../domain/access/name-key.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { hashSecret, newToken } from '../base/secrets.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type Actor, logAction } from './actor.ts';
import { readDuty, type UserCaller } from './find-user.ts';
import { lockCaller, lockUser, readPassword } from './lock-user.ts';
import { checkPassword, hashPassword } from './password.ts';
import { endSignIns, takeCode } from './second-factor.ts';

/** How long (milliseconds) a sign-in lasts: a working day. */
const LASTS_MS = 12 * 3_600_000;

export type SignInRefusal = 'wrong_name_or_password' | 'code_needed' | 'code_wrong';

/** What the page shows of the user who is signed in. */
export async function readUser(db: Db | Tx, id: string): Promise<SignedInUser> {
  const { name, scopes, totp_secret, recovery_codes } = await db
    .selectFrom('office_users')
    .select(['name', 'scopes', 'totp_secret', 'recovery_codes'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    id,
    name,
    scopes: [...scopes],
    secondFactor: totp_secret !== null,
    recoveryCodesLeft: recovery_codes.length,
    duty: await readDuty(db, id),
  };
}

/**
 * Signs a user in by name, password and, where there is one, second factor. It takes the same time whether the name is known or not.
 * @param address where the request came from, for the log of actions.
 */
export async function signIn(
  db: Db,
  { name, password, code }: SignInRequest,
  address: string,
  now: Date,
): Promise<Result<SignedIn, SignInRefusal>> {
  const user = await db
    .selectFrom('office_users')
    .select(['id', 'name', 'password'])
    .where('name_key', '=', nameKey(name))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  const right = await checkPassword(password, user?.password ?? null);
  if (user === undefined || !right) return refuse('wrong_name_or_password');
  return transact(db, async (tx) => {
    // Checking a password takes its time, in which the user may have been changed or withdrawn.
    const locked = await lockUser(tx, user.id);
    if (locked?.password.hash !== user.password.hash) return refuse('wrong_name_or_password');
    if (locked.totp_secret !== null && code === undefined) return refuse('code_needed');
    if (locked.totp_secret !== null && !(await takeCode(tx, user.id, code ?? '', now))) return refuse('code_wrong');
    const token = newToken('user');
    const expiresAt = new Date(now.getTime() + LASTS_MS);
    await tx.deleteFrom('office_sign_ins').where('expires_at', '<=', now).execute();
    await tx
      .insertInto('office_sign_ins')
      .values({ token_hash: hashSecret(token), user_id: user.id, expires_at: expiresAt })
      .execute();
    await tx.updateTable('office_users').set({ last_sign_in_at: now }).where('id', '=', user.id).execute();
    await logAction(tx, { kind: 'user', id: user.id, name: user.name, address }, { code: 'user.sign_in', subject: user.id });
    return accept({ token, expiresAt: expiresAt.toISOString(), user: await readUser(tx, user.id) });
  });
}

/** Ends the sign-in that a user asks by. */
export function signOut(db: Db, { id, tokenHash }: UserCaller, by: Actor): Promise<void> {
  return transact(db, async (tx) => {
    await tx.deleteFrom('office_sign_ins').where('token_hash', '=', tokenHash).execute();
    await logAction(tx, by, { code: 'user.sign_out', subject: id });
  });
}

/** Changes the password of the user who asks, and ends their other sign-ins. */
export async function changePassword(
  db: Db,
  caller: UserCaller,
  { current, next }: { readonly current: string; readonly next: string },
  by: Actor,
): Promise<Result<null, 'wrong_password' | 'same_password'>> {
  const present = await readPassword(db, caller);
  if (!(await checkPassword(current, present))) return refuse('wrong_password');
  if (await checkPassword(next, present)) return refuse('same_password');
  const password = JSON.stringify(await hashPassword(next));
  return transact(db, async (tx) => {
    // A password that somebody else has reset meanwhile stays.
    const user = await lockCaller(tx, caller);
    if (user?.password.hash !== present.hash) return refuse('wrong_password');
    const { id, tokenHash } = caller;
    await tx.updateTable('office_users').set({ password, password_is_temporary: false }).where('id', '=', id).execute();
    await endSignIns(tx, id, tokenHash);
    await logAction(tx, by, { code: 'user.change_password', subject: id });
    return accept(null);
  });
}
