import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { type FulfillmentOrder, hasEnded, type ShortPickReason, unitsToPick } from './fulfillment-order.ts';
import { giveUpUnits } from './give-up-units.ts';
import { onOrder } from './on-order.ts';
import type { LineShortPicked } from './payloads.ts';

/**
 * Gives up units of a line that are still to pick, with a reason: all of them unless told.
 * Refuses more than are left (`quantity_not_valid`).
 */
export function shortPickLine(
  order: FulfillmentOrder,
  lineNo: number,
  reason: ShortPickReason,
  quantity?: number,
): Result<RequestFor<LineShortPicked>, Refusal> {
  const line = order.lines.find((one) => one.lineNo === lineNo);
  if (hasEnded(order)) return refuse('order_has_ended');
  if (line === undefined || unitsToPick(line) <= 0) return refuse('nothing_to_pick');
  const units = quantity ?? unitsToPick(line);
  if (!Number.isSafeInteger(units) || units < 1 || units > unitsToPick(line)) return refuse('quantity_not_valid');
  return accept({ type: 'line_short_picked', payload: { fulfillmentOrderId: order.id, lineNo, quantity: units, reason } });
}

function giveUpLine(order: FulfillmentOrder, operation: LineShortPicked): Effect[] {
  const { lineNo, quantity, reason } = operation.payload;
  const line = order.lines.find((one) => one.lineNo === lineNo);
  if (line === undefined) return [];
  const units = Math.min(quantity, line.quantity - line.short - line.picked);
  // Goods sold over the counter left the book with their sale; goods that are missing or broken leave it here.
  const onHand = reason === 'sold_in_store' ? 0 : -units || 0;
  return giveUpUnits(order, lineNo, units, onHand, 'short_pick', operation.at).effects;
}

/** Units that were not found are given back to the pool. */
export function applyLineShortPicked(reader: StoreReader, operation: LineShortPicked): Effect[] {
  return onOrder(reader, operation, operation.payload.fulfillmentOrderId, (order) => (hasEnded(order) ? [] : giveUpLine(order, operation)));
}
