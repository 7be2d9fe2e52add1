import type { FulfillmentOrder, FulfillmentStatus } from '../fulfillment/fulfillment-order.ts';
import type { OrderStatus } from './order-intake.ts';

const WAITING: readonly FulfillmentStatus[] = ['open', 'acknowledged'];
const LEFT: readonly FulfillmentStatus[] = ['handed_over', 'shipped'];
const GIVEN_UP: readonly FulfillmentStatus[] = ['rejected', 'cancelled', 'expired'];

/**
 * Where an order stands, from its lines and its fulfillment orders; it is never stored (rule P6). Units that wait for
 * stock come first, then work in the stores; what was given up or cancelled does not count.
 */
export function orderStatus(
  lines: readonly { readonly quantity: number; readonly backordered: number; readonly cancelled: number }[],
  fulfillmentOrders: readonly Pick<FulfillmentOrder, 'state'>[],
): OrderStatus {
  const statuses = fulfillmentOrders.map((order) => order.state.status);
  const active = statuses.filter((status) => !LEFT.includes(status) && !GIVEN_UP.includes(status));
  const left = statuses.some((status) => LEFT.includes(status));
  if (lines.some((line) => line.backordered > 0)) return 'backordered';
  if (active.length === 0) return left ? 'fulfilled' : 'cancelled';
  if (!left && active.every((status) => WAITING.includes(status))) return 'open';
  return active.every((status) => status === 'ready') ? 'ready' : 'in_progress';
}
