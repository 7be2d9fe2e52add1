import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { fulfillmentOrderDocument } from './documents.ts';
import { type FulfillmentOrder, hasEnded } from './fulfillment-order.ts';
import { haveLeft, onOrder, workedOnAfterEnd } from './on-order.ts';
import type { ExtensionReason, PickupExtended } from './payloads.ts';

/** No store keeps goods for longer than this, so a slip of the hand does not keep them for ever. */
export const MOST_DAYS_KEPT = 60;

const DAY_MS = 86_400_000;

/**
 * Has a ready pickup wait longer for its customer.
 * @param days from now. @param now epoch milliseconds.
 */
export function extendPickup(
  order: FulfillmentOrder,
  days: number,
  reason: ExtensionReason,
  now: number,
): Result<RequestFor<PickupExtended>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.kind !== 'pickup' || order.state.status !== 'ready') return refuse('not_ready');
  if (!Number.isSafeInteger(days) || days < 1 || days > MOST_DAYS_KEPT) return refuse('quantity_not_valid');
  const until = new Date(now + days * DAY_MS).toISOString();
  return accept({ type: 'pickup_extended', payload: { fulfillmentOrderId: order.id, until, reason } });
}

/**
 * The order waits longer. Of two extensions the longer one counts. An order that had expired by then stays so (its end is the server's
 * word), and somebody is told, because a colleague has promised to keep it.
 */
export function applyPickupExtended(reader: StoreReader, operation: PickupExtended): Effect[] {
  const { fulfillmentOrderId, until } = operation.payload;
  return onOrder(reader, operation, fulfillmentOrderId, (order) => {
    if (haveLeft(order)) return [];
    if (hasEnded(order)) return [workedOnAfterEnd(reader, operation, order, [])];
    const { keepUntil = until } = order;
    return [fulfillmentOrderDocument.put({ ...order, keepUntil: keepUntil > until ? keepUntil : until })];
  });
}
