import { sql } from 'kysely';
import { hashPickupCode } from '../../domain/fulfillment/pickup-code.ts';
import { orderChanged } from '../../domain/orders/events.ts';
import type { OrderFulfillment, OrderView } from '../../domain/orders/order-intake.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { addBackordered } from '../sourcing/add-backordered.ts';
import { backorderJobs, unitsMoved } from '../sourcing/backorder-jobs.ts';
import { sourceLines } from '../sourcing/source-lines.ts';
import { ORDER_COLUMNS } from '../sourcing/sourcing-job.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { ensurePickupKey } from '../pickup/pickup-keys.ts';
import { noteOrders } from '../order-index/note-orders.ts';
import { readOrder } from './read-order.ts';

export type ChangeRefusal = 'unknown_order' | 'unknown_store' | 'nothing_waits';

/** What an order's row says of how the customer gets the goods. */
function destinationRow(number: string, fulfillment: OrderFulfillment) {
  if (fulfillment.kind === 'pickup') {
    const { storeId, pickupCode } = fulfillment;
    return {
      kind: 'pickup' as const,
      pickup_code_id: sql<string>`coalesce(pickup_code_id, id)`,
      pickup_store_id: storeId,
      pickup_code_hash: hashPickupCode(number, pickupCode),
      ship_to: null,
      latitude: null,
      longitude: null,
    };
  }
  const { shipTo, position } = fulfillment;
  return {
    kind: 'ship' as const,
    pickup_store_id: null,
    pickup_code_hash: null,
    ship_to: JSON.stringify(shipTo),
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
  };
}

async function changeInTransaction(tx: Tx, number: string, fulfillment: OrderFulfillment): Promise<Result<OrderView, ChangeRefusal>> {
  const order = await tx
    .selectFrom('orders')
    .select([...ORDER_COLUMNS, 'cancelled_at'])
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  if (order === undefined) return refuse('unknown_order');
  if (fulfillment.kind === 'pickup') {
    const store = await tx
      .selectFrom('locations')
      .select('id')
      .where('id', '=', fulfillment.storeId)
      .where('kind', '=', 'store')
      .where('active', '=', true)
      .executeTakeFirst();
    if (store === undefined) return refuse('unknown_store');
  }
  const row = destinationRow(number, fulfillment);
  const waiting = await tx
    .selectFrom('order_lines')
    .select('line_no')
    .where('order_id', '=', order.id)
    .where('backordered', '>', 0)
    .execute();
  if (waiting.length > 0 && order.cancelled_at === null) {
    await tx.updateTable('orders').set(row).where('id', '=', order.id).execute();
    const changed = await tx.selectFrom('orders').select(ORDER_COLUMNS).where('id', '=', order.id).executeTakeFirstOrThrow();
    const jobs = await backorderJobs(tx, [changed]);
    const changeItems: ChangeItem[] = [];
    if (fulfillment.kind === 'pickup') await ensurePickupKey(tx, changeItems);
    await addBackordered(tx, unitsMoved(jobs, await sourceLines(tx, jobs, 'changed', changeItems)));
    await allocateChanges(tx, changeItems);
    await noteOrders(tx, { orders: [order.id], renamed: [] }, [orderChanged.effect({ orderId: order.id })]);
  } else if (order.kind !== row.kind || order.pickup_store_id !== row.pickup_store_id) {
    return refuse('nothing_waits');
  }
  const view = await readOrder(tx, number);
  return view === null ? refuse('unknown_order') : accept(view);
}

/**
 * Gives what waits of an order another way to its customer: another store to pick it up at, or a parcel. It is sourced at
 * once. What a store has already stays there. The same choice again changes nothing.
 */
export function changeFulfillment(db: Db, number: string, fulfillment: OrderFulfillment): Promise<Result<OrderView, ChangeRefusal>> {
  return transact(db, (tx) => changeInTransaction(tx, number, fulfillment));
}
