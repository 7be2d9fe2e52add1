import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { Tx } from '../db/database.ts';

/** An order that nobody else changes until the transaction ends. */
export interface LockedOrder {
  readonly cancelledAt: Date | null;
  readonly fulfillmentOrders: FulfillmentOrder[];
}

/**
 * The order's fulfillment orders, locked before the order itself: the order in which the journal's intake takes these
 * locks. Read again once the order is locked, because another transaction may have made new ones before.
 */
export async function lockOrder(tx: Tx, orderId: string): Promise<LockedOrder> {
  const lock = () => tx.selectFrom('fulfillment_orders').select('body').where('order_id', '=', orderId).orderBy('id').forUpdate().execute();
  await lock();
  const order = await tx.selectFrom('orders').select('cancelled_at').where('id', '=', orderId).forUpdate().executeTakeFirstOrThrow();
  return { cancelledAt: order.cancelled_at, fulfillmentOrders: (await lock()).map((row) => row.body) };
}
