import { sql } from 'kysely';
import { storeCapacityDocument } from '../../domain/capacity/documents.ts';
import { ordersResumed } from '../../domain/capacity/operations.ts';
import { pauseAt, type StoreCapacity } from '../../domain/capacity/store-capacity.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { type Actor, logAction } from '../access/actor.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { lockOfficeRegister } from './office-register.ts';
import { recordAtOffice } from './record-at-office.ts';

/**
 * Ends the pause of a store, by an operation of the head office. A store that is not paused stays as it is, so the same request again
 * changes nothing. Refuses a store that nobody knows (`unknown_store`).
 */
export function resumeStore(
  db: Db,
  storeId: string,
  operationId: string,
  by: Actor,
  at = new Date(),
): Promise<Result<null, 'unknown_store'>> {
  return transact(db, async (tx) => {
    const store = await tx.selectFrom('locations').select('id').where('id', '=', storeId).where('kind', '=', 'store').executeTakeFirst();
    if (store === undefined) return refuse('unknown_store');
    const register = await lockOfficeRegister(tx, storeId);
    const { rows } = await sql<{ body: StoreCapacity }>`
      select body from documents where kind = ${storeCapacityDocument.kind} and id = ${storeId}`.execute(tx);
    if (rows[0] === undefined || pauseAt(storeCapacityDocument.completed(rows[0].body), at.getTime()) === null) return accept(null);
    await recordAtOffice(tx, ordersResumed.request({}), operationId, storeId, register, at);
    await logAction(tx, by, { code: 'store.resume', subject: storeId, after: { operationId } });
    return accept(null);
  });
}
