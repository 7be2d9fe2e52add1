import { registerScope, storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { PublicKey } from '../../domain/base/signature.ts';
import type { Enrolment } from '../../domain/protocol/protocol.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { hashSecret, newOneTimeCode, newToken, normalizeCode } from '../base/secrets.ts';

export type EnrolRefusal = 'unknown_code' | 'code_used' | 'code_expired';

/** Any number that nobody else uses for an advisory lock: prefixes are given out one at a time. */
const PREFIX_LOCK = 7_240_302;
const HOUR = 3_600_000;

/**
 * Makes a code with which one register can enrol in a store, or in a warehouse, whose pickers work as those of a store do.
 * @param hours how long it can be used.
 */
export async function makeEnrolmentCode(
  db: Db,
  storeId: string,
  hours = 72,
): Promise<Result<{ readonly code: string; readonly expiresAt: string }, 'unknown_store'>> {
  const location = await db.selectFrom('locations').select('id').where('id', '=', storeId).executeTakeFirst();
  if (location === undefined) return refuse('unknown_store');
  const code = newOneTimeCode();
  const expiresAt = new Date(Date.now() + hours * HOUR);
  await db
    .insertInto('enrolment_codes')
    .values({ code_hash: hashSecret(normalizeCode(code)), store_id: storeId, expires_at: expiresAt })
    .execute();
  return accept({ code, expiresAt: expiresAt.toISOString() });
}

/** The next free prefix of receipt numbers: A1, A2, … Never given twice (rule J7). */
async function nextPrefix(tx: Tx): Promise<string> {
  await sql`select pg_advisory_xact_lock(${PREFIX_LOCK}::bigint)`.execute(tx);
  const { count } = await tx
    .selectFrom('registers')
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return `A${count + 1}`;
}

/** Adds a register to a store, with a token that is told only here. @param publicKey by which it signs; some have none. */
export async function addRegister(
  tx: Tx,
  storeId: string,
  publicKey?: PublicKey,
): Promise<{ readonly registerId: string; readonly token: string; readonly prefix: string }> {
  const registerId = uuidv7();
  const token = newToken('register');
  const prefix = await nextPrefix(tx);
  await tx
    .insertInto('registers')
    .values({
      id: registerId,
      store_id: storeId,
      prefix,
      token_hash: hashSecret(token),
      public_key: publicKey === undefined ? null : JSON.stringify(publicKey),
    })
    .execute();
  return { registerId, token, prefix };
}

/** Turns a one-time code into a register with a token of its own. @param publicKey by which it signs; older apps have none. */
export function enrolRegister(db: Db, code: string, publicKey?: PublicKey): Promise<Result<Enrolment, EnrolRefusal>> {
  const codeHash = hashSecret(normalizeCode(code));
  return transact(db, async (tx) => {
    const known = await tx
      .selectFrom('enrolment_codes')
      .innerJoin('locations', 'locations.id', 'enrolment_codes.store_id')
      .select(['store_id', 'expires_at', 'used_by', 'name'])
      .where('code_hash', '=', codeHash)
      .forUpdate('enrolment_codes')
      .executeTakeFirst();
    if (known === undefined) return refuse('unknown_code');
    if (known.used_by !== null) return refuse('code_used');
    if (known.expires_at.getTime() < Date.now()) return refuse('code_expired');
    const { registerId, token, prefix } = await addRegister(tx, known.store_id, publicKey);
    await tx.updateTable('enrolment_codes').set({ used_by: registerId }).where('code_hash', '=', codeHash).execute();
    await tx
      .insertInto('scope_heads')
      .values(['all', registerScope(registerId), storeScope(known.store_id)].map((scope) => ({ scope })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return accept({ registerId, storeId: known.store_id, storeName: known.name, prefix, token, serverTime: new Date().toISOString() });
  });
}
