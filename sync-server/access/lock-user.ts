import type { Db, Tx } from '../db/database.ts';
import type { UserCaller } from './find-user.ts';

/** A user who is not withdrawn, for this transaction alone. What was read of them before may have changed. */
export function lockUser(tx: Tx, id: string) {
  return tx
    .selectFrom('office_users')
    .select(['password', 'totp_secret', 'totp_pending'])
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** The user who asks, in the same way; undefined also where the sign-in has ended since the request began. */
export async function lockCaller(tx: Tx, { id, tokenHash }: UserCaller): ReturnType<typeof lockUser> {
  const user = await lockUser(tx, id);
  // Only now: whoever ends a sign-in has the row of the user first.
  const signedIn = await tx.selectFrom('office_sign_ins').select('user_id').where('token_hash', '=', tokenHash).executeTakeFirst();
  return signedIn === undefined ? undefined : user;
}

/** The password of the user who asks. */
export async function readPassword(db: Db, { id }: UserCaller) {
  return (await db.selectFrom('office_users').select('password').where('id', '=', id).executeTakeFirstOrThrow()).password;
}
