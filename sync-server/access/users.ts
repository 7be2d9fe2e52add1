import { v7 as uuidv7 } from 'uuid';
import type { ListedUser, NewUser, UserWithPassword } from '../../domain/access/access-protocol.ts';
import { nameKey } from '../../domain/access/name-key.ts';
import { type GrantableScope, mayGive } from '../../domain/access/scopes.ts';
import { userId } from '../../domain/access/user-id.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type Actor, logAction } from './actor.ts';
import { isLastManager, lockAccess } from './manage-access.ts';
import { hashPassword, newPassword } from './password.ts';
import { endSignIns } from './second-factor.ts';

/** All users, also those who were withdrawn, by name. */
export async function listUsers(db: Db | Tx): Promise<ListedUser[]> {
  const rows = await db
    .selectFrom('office_users')
    .select(['id', 'name', 'scopes', 'totp_secret', 'password_is_temporary', 'created_at', 'last_sign_in_at', 'withdrawn_at'])
    .orderBy('name_key')
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: [...row.scopes],
    secondFactor: row.totp_secret !== null,
    passwordIsTemporary: row.password_is_temporary,
    createdAt: row.created_at.toISOString(),
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  }));
}

/** Every user can look at what waits for a person: the page of the head office is nothing without it. */
function withReading(scopes: readonly GrantableScope[]): GrantableScope[] {
  return [...new Set<GrantableScope>(['office.read', ...scopes])];
}

async function readOne(tx: Tx, id: string): Promise<ListedUser> {
  const user = (await listUsers(tx)).find((one) => one.id === id);
  if (user === undefined) throw new Error(`There is no user ${id}.`);
  return user;
}

export interface MadeUser extends NewUser {
  /** One of chance, to be changed at the first sign-in, unless it is given. */
  readonly password?: string | undefined;
}

/** Makes a user. The password is told only here. */
export async function createUser(
  db: Db,
  { name, scopes: wanted, password: given }: MadeUser,
  by: Actor,
): Promise<Result<UserWithPassword, 'name_taken' | 'scope_not_yours'>> {
  const scopes = withReading(wanted);
  const password = given ?? newPassword();
  const hash = JSON.stringify(await hashPassword(password));
  return transact(db, async (tx) => {
    if (!mayGive(await lockAccess(tx, by, 'users'), scopes)) return refuse('scope_not_yours');
    const taken = await tx
      .selectFrom('office_users')
      .select('id')
      .where('name_key', '=', nameKey(name))
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (taken !== undefined) return refuse('name_taken');
    const id = userId(uuidv7());
    await tx
      .insertInto('office_users')
      .values({
        id,
        name,
        name_key: nameKey(name),
        password: hash,
        password_is_temporary: given === undefined,
        scopes: JSON.stringify(scopes),
        recovery_codes: '[]',
      })
      .execute();
    await logAction(tx, by, { code: 'user.make', subject: id, after: { scopes } });
    return accept({ ...(await readOne(tx, id)), password });
  });
}

export type ChangeUserRefusal = 'unknown_user' | 'scope_not_yours' | 'last_manager';

/** Changes a user who is not withdrawn, alone, if the manager has every scope that the user has. */
function changeUser<T>(
  db: Db,
  id: string,
  by: Actor,
  work: (tx: Tx, user: ListedUser, held: readonly GrantableScope[]) => Promise<Result<T, ChangeUserRefusal>>,
): Promise<Result<T, ChangeUserRefusal>> {
  return transact(db, async (tx) => {
    const held = await lockAccess(tx, by, 'users');
    const user = (await listUsers(tx)).find((one) => one.id === id && one.withdrawnAt === null);
    if (user === undefined) return refuse('unknown_user');
    if (!mayGive(held, user.scopes)) return refuse('scope_not_yours');
    return work(tx, user, held);
  });
}

/** Changes what a user may do, from the next request on. */
export function changeScopes(
  db: Db,
  id: string,
  wanted: readonly GrantableScope[],
  by: Actor,
  now: Date,
): Promise<Result<ListedUser, ChangeUserRefusal>> {
  return changeUser(db, id, by, async (tx, user, held) => {
    const scopes = withReading(wanted);
    if (!mayGive(held, scopes)) return refuse('scope_not_yours');
    if (await isLastManager(tx, user, scopes, now)) return refuse('last_manager');
    await tx
      .updateTable('office_users')
      .set({ scopes: JSON.stringify(scopes) })
      .where('id', '=', id)
      .execute();
    await logAction(tx, by, { code: 'user.change_scopes', subject: id, before: { scopes: user.scopes }, after: { scopes } });
    return accept(await readOne(tx, id));
  });
}

/** Ends a user for good, and all their sign-ins. The name is free again. */
export function withdrawUser(db: Db, id: string, by: Actor, now: Date): Promise<Result<ListedUser, ChangeUserRefusal>> {
  return changeUser(db, id, by, async (tx, user) => {
    if (await isLastManager(tx, user, [], now)) return refuse('last_manager');
    await tx
      .updateTable('office_users')
      .set({ withdrawn_at: now, totp_secret: null, totp_pending: null, recovery_codes: '[]' })
      .where('id', '=', id)
      .execute();
    await endSignIns(tx, id);
    await logAction(tx, by, { code: 'user.withdraw', subject: id, before: { scopes: user.scopes } });
    return accept(await readOne(tx, id));
  });
}

/** Makes a new password for a user, which they have to change at once. Ends their sign-ins. It is told only here. */
export async function resetPassword(db: Db, id: string, by: Actor): Promise<Result<UserWithPassword, ChangeUserRefusal>> {
  const password = newPassword();
  const hash = JSON.stringify(await hashPassword(password));
  return changeUser(db, id, by, async (tx) => {
    await tx.updateTable('office_users').set({ password: hash, password_is_temporary: true }).where('id', '=', id).execute();
    await endSignIns(tx, id);
    await logAction(tx, by, { code: 'user.reset_password', subject: id });
    return accept({ ...(await readOne(tx, id)), password });
  });
}

/** Takes the second factor of a user away, because the telephone was lost, say. Ends their sign-ins. */
export function resetSecondFactor(db: Db, id: string, by: Actor): Promise<Result<ListedUser, ChangeUserRefusal>> {
  return changeUser(db, id, by, async (tx) => {
    await tx
      .updateTable('office_users')
      .set({ totp_secret: null, totp_pending: null, totp_step: null, recovery_codes: '[]' })
      .where('id', '=', id)
      .execute();
    await endSignIns(tx, id);
    await logAction(tx, by, { code: 'user.reset_second_factor', subject: id });
    return accept(await readOne(tx, id));
  });
}
