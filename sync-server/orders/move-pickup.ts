import { sql } from 'kysely';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { storeScope } from '../../domain/base/scope.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { raiseException } from '../../domain/exceptions/raise.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { type FulfillmentOrder, hasEnded, reservedUnits } from '../../domain/fulfillment/fulfillment-order.ts';
import { orderChanged } from '../../domain/orders/events.ts';
import type { MoveRequest, OrderView } from '../../domain/orders/order-intake.ts';
import { type Actor, logAction } from '../access/actor.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { writeExceptions } from '../exceptions/write-exceptions.ts';
import { addBackordered } from '../sourcing/add-backordered.ts';
import { backorderJobs, unitsMoved } from '../sourcing/backorder-jobs.ts';
import { sourceLines } from '../sourcing/source-lines.ts';
import { ORDER_COLUMNS } from '../sourcing/sourcing-job.ts';
import { postMovements } from '../stock/post-movements.ts';
import { noteOrders } from '../order-index/note-orders.ts';
import { lockOrder } from './lock-order.ts';
import { readOrder } from './read-order.ts';

export type MoveRefusal = 'unknown_order' | 'unknown_store' | 'not_a_pickup' | 'nothing_waits' | 'picking_has_begun';

/** Whether nobody in the store has touched it yet. */
function isUntouched({ state, lines }: FulfillmentOrder): boolean {
  return (state.status === 'open' || state.status === 'acknowledged') && lines.every(({ picked }) => picked === 0);
}

/** The store lets go of them: their units are free, and wait to be sourced. Its people are told, because some may have seen them. */
async function letGo(tx: Tx, orders: readonly FulfillmentOrder[], toStore: string, changeItems: ChangeItem[]): Promise<void> {
  const at = new Date().toISOString();
  const ids = orders.map(({ id }) => id);
  await sql`
    update fulfillment_orders set status = 'rejected',
      body = jsonb_set(body, '{state}', ${JSON.stringify({ status: 'rejected', reason: 'moved to another store', at })}::jsonb)
    where id = any(${ids}::text[])`.execute(tx);
  const overlay = new StoreOverlay(new DocumentMap());
  for (const { id, locationId, orderNumber } of orders) {
    changeItems.push({ scope: storeScope(locationId), kind: fulfillmentOrderDocument.kind, id });
    const told = { kind: 'pickup_moved', about: id, subject: orderNumber, facts: { order: orderNumber, store: toStore } } as const;
    overlay.fold([raiseException(overlay, { id: null, storeId: locationId, at }, told)]);
  }
  const units = orders.flatMap((order) => order.lines.map((line) => ({ order, line, quantity: reservedUnits(order, line) })));
  await postMovements(
    tx,
    units.map(({ order: { id, locationId }, line: { sku }, quantity }) => ({
      ...{ locationId, sku, onHand: 0, reserved: -quantity },
      ...{ cause: 'reject' as const, causeId: id },
    })),
    changeItems,
  );
  const waiting = new Map<number, number>();
  for (const { line, quantity } of units) waiting.set(line.lineNo, (waiting.get(line.lineNo) ?? 0) + quantity);
  const [first] = orders;
  await addBackordered(
    tx,
    [...waiting].map(([lineNo, quantity]) => ({ orderId: first?.orderId ?? '', lineNo, quantity })),
  );
  await writeExceptions(tx, overlay, changeItems);
}

async function moveInTransaction(
  tx: Tx,
  number: string,
  { storeId, promisedAt }: MoveRequest,
  by: Actor | null,
): Promise<Result<OrderView, MoveRefusal>> {
  const known = await tx.selectFrom('orders').select('id').where('number', '=', number).executeTakeFirst();
  if (known === undefined) return refuse('unknown_order');
  const { cancelledAt, fulfillmentOrders } = await lockOrder(tx, known.id);
  const order = await tx.selectFrom('orders').select(ORDER_COLUMNS).where('id', '=', known.id).executeTakeFirstOrThrow();
  if (order.kind !== 'pickup') return refuse('not_a_pickup');
  const store = await tx
    .selectFrom('locations')
    .select('name')
    .where('id', '=', storeId)
    .where('kind', '=', 'store')
    .where('active', '=', true)
    .executeTakeFirst();
  if (store === undefined) return refuse('unknown_store');
  if (order.pickup_store_id !== storeId) {
    const here = fulfillmentOrders.filter((one) => !hasEnded(one));
    const waits = await tx
      .selectFrom('order_lines')
      .select('line_no')
      .where('order_id', '=', order.id)
      .where('backordered', '>', 0)
      .execute();
    if (cancelledAt !== null || (here.length === 0 && waits.length === 0)) return refuse('nothing_waits');
    if (!here.every(isUntouched)) return refuse('picking_has_begun');
    const changeItems: ChangeItem[] = [];
    if (here.length > 0) await letGo(tx, here, store.name, changeItems);
    const promise = { promised_at: promisedAt === undefined ? null : new Date(promisedAt) };
    await tx
      .updateTable('orders')
      .set({ pickup_store_id: storeId, ...promise })
      .where('id', '=', order.id)
      .execute();
    const jobs = await backorderJobs(tx, [{ ...order, pickup_store_id: storeId, ...promise }]);
    await addBackordered(tx, unitsMoved(jobs, await sourceLines(tx, jobs, 'changed', changeItems)));
    await allocateChanges(tx, changeItems);
    if (by !== null) await logAction(tx, by, { code: 'order.move', subject: number, after: { storeId } });
    await noteOrders(tx, { orders: [order.id], renamed: [] }, [orderChanged.effect({ orderId: order.id })]);
  }
  const view = await readOrder(tx, number);
  return view === null ? refuse('unknown_order') : accept(view);
}

/**
 * Has a customer fetch a whole pickup at another store, as long as nobody has begun to pick it. Its code stays. What the new store does
 * not have waits for stock there. The same store again changes nothing.
 * @param by the person at the head office who does it; null where whoever placed the order does.
 */
export function movePickup(db: Db, number: string, request: MoveRequest, by: Actor | null = null): Promise<Result<OrderView, MoveRefusal>> {
  return transact(db, (tx) => moveInTransaction(tx, number, request, by));
}
