import type { Result } from '../../domain/base/result.ts';
import { type Actor, logAction } from '../access/actor.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { makeEnrolmentCode } from './enrol-register.ts';

interface IssuedCode {
  readonly code: string;
  readonly expiresAt: string;
}

/** Makes a register code for somebody, who is named in the log of actions. */
export function issueCode(db: Db, storeId: string, by: Actor): Promise<Result<IssuedCode, 'unknown_store'>> {
  return transact(db, async (tx) => {
    const made = await makeEnrolmentCode(tx, storeId);
    if (made.ok) await logAction(tx, by, { code: 'register.make_code', subject: storeId, after: { expiresAt: made.value.expiresAt } });
    return made;
  });
}
