import type { OrderView } from '../../domain/orders/order-intake.ts';
import { orderStatus } from '../../domain/orders/order-status.ts';
import type { Db, Tx } from '../db/database.ts';
import { readOffer } from './read-offer.ts';

/** Reads an order with what stands in the stores for it; its status is derived (rule P6). Null when nobody knows it. */
export async function readOrder(db: Db | Tx, number: string): Promise<OrderView | null> {
  const order = await db.selectFrom('orders').select(['id', 'number', 'placed_at', 'pickup_store_id']).where('number', '=', number).executeTakeFirst();
  if (order === undefined) return null;
  const lines = await db
    .selectFrom('order_lines')
    .select(['line_no as lineNo', 'sku', 'quantity', 'backordered', 'cancelled'])
    .where('order_id', '=', order.id)
    .orderBy('line_no')
    .execute();
  const rows = await db.selectFrom('fulfillment_orders').select('body').where('order_id', '=', order.id).orderBy('id').execute();
  const fulfillmentOrders = rows.map((row) => row.body);
  return {
    orderId: order.id,
    number: order.number,
    status: orderStatus(lines, fulfillmentOrders),
    placedAt: order.placed_at.toISOString(),
    lines,
    fulfillmentOrders,
    offer: await readOffer(db, order.pickup_store_id, lines),
  };
}
