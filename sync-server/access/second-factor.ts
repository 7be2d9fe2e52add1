import { sql } from 'kysely';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type Actor, logAction } from './actor.ts';
import type { UserCaller } from './find-user.ts';
import { lockCaller, readPassword } from './lock-user.ts';
import { checkPassword } from './password.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { newTotpSecret, totpAddress, totpStep } from './totp.ts';

/**
 * Takes a code of the second factor of a user, or a recovery code, so that it works no second time.
 * @returns whether it was right.
 */
export async function takeCode(tx: Tx, userId: string, code: string, now: Date): Promise<boolean> {
  const user = await tx
    .selectFrom('office_users')
    .select(['totp_secret', 'totp_step'])
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const step = user.totp_secret === null ? null : totpStep(user.totp_secret, code, now);
  if (step !== null) {
    if (user.totp_step !== null && step <= user.totp_step) return false;
    await tx.updateTable('office_users').set({ totp_step: step }).where('id', '=', userId).execute();
    return true;
  }
  const hash = hashRecoveryCode(code);
  const { rows } = await sql`
    update office_users set recovery_codes = recovery_codes - ${hash}::text
    where id = ${userId} and jsonb_exists(recovery_codes, ${hash}) returning id`.execute(tx);
  return rows.length > 0;
}

export type SecondFactorRefusal = 'wrong_password' | 'code_needed' | 'code_wrong';

/**
 * Makes the secret of a second factor. It counts once a code of it was entered ({@link confirmSecondFactor}); until then the
 * one of before does.
 * @param code of the second factor that the user has already.
 */
export async function beginSecondFactor(
  db: Db,
  caller: UserCaller,
  { password, code }: { readonly password: string; readonly code?: string | undefined },
  now: Date,
): Promise<Result<{ readonly secret: string; readonly address: string }, SecondFactorRefusal>> {
  const { id, name } = caller;
  const checked = await readPassword(db, caller);
  if (!(await checkPassword(password, checked))) return refuse('wrong_password');
  return transact(db, async (tx) => {
    const user = await lockCaller(tx, caller);
    if (user?.password.hash !== checked.hash) return refuse('wrong_password');
    const hasOne = user.totp_secret !== null;
    if (hasOne && code === undefined) return refuse('code_needed');
    if (hasOne && !(await takeCode(tx, id, code ?? '', now))) return refuse('code_wrong');
    const secret = newTotpSecret();
    await tx.updateTable('office_users').set({ totp_pending: secret }).where('id', '=', id).execute();
    const company = await tx.selectFrom('company').select('name').executeTakeFirst();
    return accept({ secret, address: totpAddress(secret, { user: name, company: company?.name ?? 'Outpost' }) });
  });
}

/** Ends all sign-ins of a user but one. */
export async function endSignIns(tx: Tx, userId: string, except = ''): Promise<void> {
  await tx.deleteFrom('office_sign_ins').where('user_id', '=', userId).where('token_hash', '<>', except).execute();
}

/**
 * Lets the new second factor count, after a code of it. Ends the user's other sign-ins.
 * @returns recovery codes, which are told only here.
 */
export function confirmSecondFactor(
  db: Db,
  caller: UserCaller,
  code: string,
  by: Actor,
  now: Date,
): Promise<Result<string[], 'nothing_to_confirm' | 'code_wrong'>> {
  return transact(db, async (tx) => {
    const { id, tokenHash } = caller;
    const secret = (await lockCaller(tx, caller))?.totp_pending ?? null;
    if (secret === null) return refuse('nothing_to_confirm');
    const step = totpStep(secret, code, now);
    if (step === null) return refuse('code_wrong');
    const { codes, hashes } = newRecoveryCodes();
    await tx
      .updateTable('office_users')
      .set({ totp_secret: secret, totp_pending: null, totp_step: step, recovery_codes: JSON.stringify(hashes) })
      .where('id', '=', id)
      .execute();
    await endSignIns(tx, id, tokenHash);
    await logAction(tx, by, { code: 'user.set_up_second_factor', subject: id });
    return accept(codes);
  });
}
