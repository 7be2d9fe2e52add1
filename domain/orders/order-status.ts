import { type FulfillmentOrder, type FulfillmentStatus, UNDER_WAY } from '../fulfillment/fulfillment-order.ts';
import type { OrderStatus } from './order-intake.ts';

const WAITING: readonly FulfillmentStatus[] = ['open', 'acknowledged'];
const LEFT: readonly FulfillmentStatus[] = ['handed_over', 'shipped'];

/** When an order has a status: what must be true of its lines, and of the statuses of its fulfillment orders. */
export interface OrderStatusRule {
  readonly status: OrderStatus;
  /** Units of a line wait for stock. */
  readonly waits?: true;
  /** One fulfillment order at least has one of these. */
  readonly some?: readonly FulfillmentStatus[];
  /** No fulfillment order has one of these. */
  readonly none?: readonly FulfillmentStatus[];
}

/**
 * Where an order stands (rule P6): the first of these that is true. Units that wait for stock come first, then work in the stores; what
 * was given up or cancelled does not count. The server makes the SQL of its order list from the same rules.
 */
export const ORDER_STATUS_RULES: readonly OrderStatusRule[] = [
  { status: 'backordered', waits: true },
  { status: 'fulfilled', some: LEFT, none: UNDER_WAY },
  { status: 'cancelled', none: UNDER_WAY },
  { status: 'open', none: [...UNDER_WAY.filter((status) => !WAITING.includes(status)), ...LEFT] },
  { status: 'ready', none: UNDER_WAY.filter((status) => status !== 'ready') },
  { status: 'in_progress' },
];

/** Where an order stands, from its lines and its fulfillment orders. See {@link ORDER_STATUS_RULES}. */
export function orderStatus(
  lines: readonly { readonly backordered: number }[],
  fulfillmentOrders: readonly { readonly state: Pick<FulfillmentOrder['state'], 'status'> }[],
): OrderStatus {
  const waiting = lines.some((line) => line.backordered > 0);
  const has = (statuses: readonly FulfillmentStatus[]) => fulfillmentOrders.some(({ state }) => statuses.includes(state.status));
  const rule = ORDER_STATUS_RULES.find(
    ({ waits = false, some, none = [] }) => (!waits || waiting) && (some === undefined || has(some)) && !has(none),
  );
  return rule?.status ?? 'in_progress';
}
