import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { shipUrgency } from '../picking/ship-urgency.ts';
import { urgencyOf } from '../pickup/promise.ts';
import { linesToPutBack } from '../../../domain/fulfillment/put-back.ts';

/** How many fulfillment orders wait for each task of this store. */
export interface Waiting {
  /** Pickups that are not in their staging location yet. */
  readonly pickupsToPrepare: number;
  readonly pickupsReady: number;
  /** Orders to ship that are not fully picked yet. */
  readonly ordersToPick: number;
  /** Orders that are picked or packed and not with the carrier yet. */
  readonly ordersToShip: number;
  /** Orders that ended with goods in hand. */
  readonly toPutBack: number;
}

/**
 * How many pickups are not ready by when they were promised.
 * @param minutes how long after the order the store promises its pickups. @param now epoch milliseconds.
 */
export function countLate(orders: Iterable<FulfillmentOrder>, minutes: number, now: number): number {
  let late = 0;
  for (const order of orders) if (order.kind === 'pickup' && urgencyOf(order, minutes, now) === 'late') late += 1;
  return late;
}

/** How many orders to ship are late, by the task that waits for them: still to pick, or to pack and ship. @param now epoch milliseconds. */
export function countLateParcels(orders: Iterable<FulfillmentOrder>, now: number): { readonly toPick: number; readonly toShip: number } {
  const late = { toPick: 0, toShip: 0 };
  for (const order of orders) {
    if (shipUrgency(order, now) !== 'late') continue;
    const { status } = order.state;
    late[status === 'picked' || status === 'packed' ? 'toShip' : 'toPick'] += 1;
  }
  return late;
}

/** Counts what waits. Orders that have ended wait for nobody. */
export function countWaiting(orders: Iterable<FulfillmentOrder>): Waiting {
  const waiting = { pickupsToPrepare: 0, pickupsReady: 0, ordersToPick: 0, ordersToShip: 0, toPutBack: 0 };
  for (const order of orders) {
    const { kind, state } = order;
    if (linesToPutBack(order).length > 0) waiting.toPutBack += 1;
    switch (state.status) {
      case 'open':
      case 'acknowledged':
      case 'picking':
        waiting[kind === 'pickup' ? 'pickupsToPrepare' : 'ordersToPick'] += 1;
        break;
      case 'picked':
      case 'packed':
        waiting[kind === 'pickup' ? 'pickupsToPrepare' : 'ordersToShip'] += 1;
        break;
      case 'ready':
        waiting.pickupsReady += 1;
        break;
      case 'handed_over':
      case 'shipped':
      case 'rejected':
      case 'cancelled':
      case 'expired':
        break;
    }
  }
  return waiting;
}
