import { hashPickupCode } from '../../domain/fulfillment/advance-order.ts';
import type { FulfillmentOrder, FulfillmentStatus } from '../../domain/fulfillment/fulfillment-order.ts';
import { foldText } from '../catalog/fold-text.ts';
import { holdsNearly } from '../catalog/nearly.ts';
import { inPickingOrder } from '../picking/wave-list.ts';

export type PickupStep = 'prepare' | 'stage' | 'ready' | 'done';

export interface PickupGroup {
  readonly step: PickupStep;
  readonly title: string;
  readonly orders: readonly FulfillmentOrder[];
}

const TITLES: Record<PickupStep, string> = { prepare: 'To prepare', stage: 'To stage', ready: 'Ready for pickup', done: 'Done' };

/** What is to be done next with a pickup. */
export function stepOf(status: FulfillmentStatus): PickupStep {
  if (status === 'open' || status === 'acknowledged' || status === 'picking') return 'prepare';
  if (status === 'picked' || status === 'packed') return 'stage';
  return status === 'ready' ? 'ready' : 'done';
}

const searched = (order: FulfillmentOrder) => foldText(`${order.orderNumber} ${order.customer.name}`);

/** The orders in which every word stands; where there are none, those in which it does but for one typing error. */
function matching(orders: readonly FulfillmentOrder[], words: readonly string[]): readonly FulfillmentOrder[] {
  if (words.length === 0) return orders;
  const exact = orders.filter((order) => {
    const text = searched(order);
    return words.every((word) => text.includes(word));
  });
  return exact.length > 0 ? exact : orders.filter((order) => holdsNearly(searched(order), words));
}

/**
 * The store's pickups by what is to be done next, those that wait longest first. `search` is words out of the order
 * number or the customer's name; one typing error in a word is forgiven. What is done shows only when it is searched for.
 */
export function groupPickups(orders: Iterable<FulfillmentOrder>, search: string): PickupGroup[] {
  const words = foldText(search).split(/\s+/).filter((word) => word !== '');
  const found = inPickingOrder([...matching([...orders].filter((order) => order.kind === 'pickup'), words)]);
  return (['prepare', 'stage', 'ready', 'done'] as const)
    .filter((step) => step !== 'done' || words.length > 0)
    .map((step) => ({ step, title: TITLES[step], orders: found.filter((order) => stepOf(order.state.status) === step) }));
}

/** The pickup that a scanned or wholly typed code belongs to: its order number, or the pickup code of one that is ready. */
export function findPickup(orders: Iterable<FulfillmentOrder>, code: string): FulfillmentOrder | undefined {
  const text = code.trim().toUpperCase();
  if (text === '') return undefined;
  const pickups = [...orders].filter((order) => order.kind === 'pickup');
  return (
    pickups.find((order) => order.orderNumber.toUpperCase() === text) ??
    pickups.find((order) => order.state.status === 'ready' && order.pickupCodeHash === hashPickupCode(order.orderNumber, text))
  );
}
