import { sql } from 'kysely';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { PublicKey } from '../../domain/base/signature.ts';
import type { Db } from '../db/database.ts';

/**
 * Keeps the key that a register names, if it has none. Naming the same again changes nothing. Another key is refused: with it, whoever
 * has the register's token could sign in its name.
 */
export async function setRegisterKey(db: Db, registerId: string, publicKey: PublicKey): Promise<Result<null, 'key_known'>> {
  const key = JSON.stringify(publicKey);
  const kept = await db
    .updateTable('registers')
    .set({ public_key: key })
    .where('id', '=', registerId)
    .where(sql<boolean>`coalesce(public_key = ${key}::jsonb, true)`)
    .returning('id')
    .executeTakeFirst();
  return kept === undefined ? refuse('key_known') : accept(null);
}
