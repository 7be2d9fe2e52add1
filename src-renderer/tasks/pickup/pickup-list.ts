import { type FulfillmentOrder, type FulfillmentStatus, hasEnded } from '../../../domain/fulfillment/fulfillment-order.ts';
import { checkPickupCode } from '../../../domain/fulfillment/identity.ts';
import type { PickupKey } from '../../../domain/fulfillment/pickup-key.ts';
import { inPickingOrder } from '../picking/wave-list.ts';

export type PickupStep = 'prepare' | 'stage' | 'ready' | 'done';

export const PICKUP_STEPS: readonly PickupStep[] = ['prepare', 'stage', 'ready', 'done'];

/** What is to be done next with a pickup. */
export function stepOf(status: FulfillmentStatus): PickupStep {
  if (status === 'open' || status === 'acknowledged' || status === 'picking') return 'prepare';
  if (status === 'picked' || status === 'packed') return 'stage';
  return status === 'ready' ? 'ready' : 'done';
}

/** Whether a pickup waits for a customer who shows this code. @param keys by which signed codes are checked. */
export function hasPickupCode(order: FulfillmentOrder, code: string, keys: Iterable<PickupKey>): boolean {
  return order.state.status === 'ready' && checkPickupCode(order, code, keys).ok;
}

/** Pickups whose order number a code is: those that go on here, or else one of those that have ended, a delivered one first. */
export function pickupsByNumber(orders: Iterable<FulfillmentOrder>, code: string): FulfillmentOrder[] {
  const text = code.trim().toUpperCase();
  const found = [...orders].filter((order) => order.kind === 'pickup' && order.orderNumber.toUpperCase() === text);
  const active = found.filter((order) => !hasEnded(order));
  const done = found.find((order) => order.state.status === 'handed_over') ?? found[0];
  return active.length > 0 || done === undefined ? inPickingOrder(active) : [done];
}

/** All ready pickups that a short pickup code belongs to: two customers may have the same one. */
export function pickupsByCode(orders: Iterable<FulfillmentOrder>, code: string): FulfillmentOrder[] {
  if (code.trim() === '') return [];
  return inPickingOrder([...orders].filter((order) => order.kind === 'pickup' && hasPickupCode(order, code, [])));
}
