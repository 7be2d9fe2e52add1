import { storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import { type FulfillmentOrder, hasEnded, reservedUnits } from '../../domain/fulfillment/fulfillment-order.ts';
import { endWith } from '../../domain/fulfillment/put-back.ts';
import { orderedLineNo } from '../../domain/fulfillment/substitute.ts';
import { orderCancelled } from '../../domain/orders/events.ts';
import type { OrderView } from '../../domain/orders/order-intake.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { type Actor, logAction } from '../access/actor.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { postMovements } from '../stock/post-movements.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { lockOrder } from './lock-order.ts';
import { noteOrders } from '../order-index/note-orders.ts';
import { readOrder } from './read-order.ts';

export type CancelRefusal = 'unknown_order' | 'nothing_to_cancel';

/** Ends them. What was picked for them becomes a task of their stores: to put it back. */
async function endFulfillmentOrders(tx: Tx, ended: readonly FulfillmentOrder[], now: Date, changeItems: ChangeItem[]): Promise<void> {
  const at = now.toISOString();
  const states = ended.map((order) => ({ id: order.id, state: endWith(order, { status: 'cancelled', at }) }));
  await sql`
    update fulfillment_orders f set status = 'cancelled', body = jsonb_set(f.body, '{state}', ends.state)
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as ends(id text, state jsonb) where f.id = ends.id`.execute(tx);
  for (const order of ended) changeItems.push({ scope: storeScope(order.locationId), kind: 'fulfillment_order', id: order.id });
  const released = ended.flatMap((order) =>
    order.lines.map((line) => ({
      locationId: order.locationId,
      sku: line.sku,
      onHand: 0,
      reserved: -reservedUnits(order, line),
      cause: 'cancel' as const,
      causeId: order.id,
    })),
  );
  await postMovements(tx, released, changeItems);
}

/** What was reserved or waited for stock is cancelled on its line; what left the stores stays as it is. */
async function cancelLines(tx: Tx, orderId: string, ended: readonly FulfillmentOrder[]): Promise<void> {
  const units = new Map<number, number>();
  for (const order of ended) {
    for (const line of order.lines) {
      const lineNo = orderedLineNo(line.lineNo);
      units.set(lineNo, (units.get(lineNo) ?? 0) + reservedUnits(order, line));
    }
  }
  const rows = [...units].map(([lineNo, quantity]) => ({ lineNo, quantity }));
  await sql`
    update order_lines line set cancelled = line.cancelled + line.backordered + coalesce(
      (select gone.quantity from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as gone("lineNo" int, quantity int)
        where gone."lineNo" = line.line_no), 0), backordered = 0
    where line.order_id = ${orderId}`.execute(tx);
  // The moment of the transaction, which its event has too.
  await tx.updateTable('orders').set({ cancelled_at: sql`now()` }).where('id', '=', orderId).execute();
}

/**
 * Cancels what has not left the stores yet, releases its reservations and tells the stores. Cancelling again changes
 * nothing. Goods that leave all the same are a fact that wins later (rule J5).
 * @param by the person at the head office who does it; null where whoever placed the order does.
 */
export async function cancelOrder(db: Db, number: string, by: Actor | null = null): Promise<Result<OrderView, CancelRefusal>> {
  return transact(db, async (tx) => {
    const order = await tx.selectFrom('orders').select('id').where('number', '=', number).executeTakeFirst();
    if (order === undefined) return refuse('unknown_order');
    const { cancelledAt, fulfillmentOrders } = await lockOrder(tx, order.id);
    if (cancelledAt === null) {
      const active = fulfillmentOrders.filter((one) => !hasEnded(one));
      const waiting = await tx
        .selectFrom('order_lines')
        .select('line_no')
        .where('order_id', '=', order.id)
        .where('backordered', '>', 0)
        .execute();
      if (active.length === 0 && waiting.length === 0) return refuse('nothing_to_cancel');
      const changeItems: ChangeItem[] = [];
      const now = new Date();
      await cancelLines(tx, order.id, active);
      await endFulfillmentOrders(tx, active, now, changeItems);
      await allocateChanges(tx, changeItems);
      if (by !== null) await logAction(tx, by, { code: 'order.cancel', subject: number });
      await noteOrders(tx, { orders: [order.id], renamed: [] }, [orderCancelled.effect({ orderId: order.id })]);
    }
    const view = await readOrder(tx, number);
    return view === null ? refuse('unknown_order') : accept(view);
  });
}
