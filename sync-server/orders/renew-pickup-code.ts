import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { storeScope } from '../../domain/base/scope.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { ENDED } from '../../domain/fulfillment/fulfillment-order.ts';
import { hashPickupCode } from '../../domain/fulfillment/pickup-code.ts';
import type { OrderView } from '../../domain/orders/order-intake.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { readOrder } from './read-order.ts';
import { ensurePickupKey } from '../pickup/pickup-keys.ts';

export type RenewRefusal = 'unknown_order' | 'not_a_pickup';

/**
 * Gives an order another signed pickup code: the one before does not count any more as soon as the registers have heard of it.
 * @param pickupCode another short code; null to leave that as it is.
 */
export function renewPickupCode(db: Db, number: string, pickupCode: string | null): Promise<Result<OrderView, RenewRefusal>> {
  return transact(db, async (tx) => {
    const order = await tx.selectFrom('orders').select(['id', 'kind']).where('number', '=', number).executeTakeFirst();
    if (order === undefined) return refuse('unknown_order');
    if (order.kind !== 'pickup') return refuse('not_a_pickup');
    // The order in which the journal's intake takes these locks.
    await tx.selectFrom('fulfillment_orders').select('id').where('order_id', '=', order.id).orderBy('id').forUpdate().execute();
    const codeId = uuidv7();
    const hash = pickupCode === null ? {} : { pickupCodeHash: hashPickupCode(number, pickupCode) };
    await tx
      .updateTable('orders')
      .set({ pickup_code_id: codeId, ...(hash.pickupCodeHash !== undefined && { pickup_code_hash: hash.pickupCodeHash }) })
      .where('id', '=', order.id)
      .execute();
    const { rows } = await sql<{ id: string; location_id: string }>`
      update fulfillment_orders set body = body || ${JSON.stringify({ pickupCodeId: codeId, ...hash })}::jsonb
      where order_id = ${order.id} and kind = 'pickup' and status <> all(${ENDED}::text[]) returning id, location_id`.execute(tx);
    const changeItems: ChangeItem[] = [];
    await ensurePickupKey(tx, changeItems);
    for (const { id, location_id: storeId } of rows) {
      changeItems.push({ scope: storeScope(storeId), kind: fulfillmentOrderDocument.kind, id });
    }
    await allocateChanges(tx, changeItems);
    const view = await readOrder(tx, number);
    return view === null ? refuse('unknown_order') : accept(view);
  });
}
