import type { RequestFor } from '../base/define-operation.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { LinePicked, LineShortPicked } from './payloads.ts';
import { type FulfillmentLine, type FulfillmentOrder, hasEnded, type ShortPickReason } from './fulfillment-order.ts';

/** Units of a line that a picker still has to find. */
export function unitsToPick(line: FulfillmentLine): number {
  return line.quantity - line.picked - line.short;
}

/**
 * A picker scanned one unit of `sku`: it goes to the first of the wave's orders that still needs it.
 * Refuses an item that no order asks for (`wrong_item`), and one too many (`already_picked`).
 */
export function pickItem(wave: readonly FulfillmentOrder[], sku: string): Result<RequestFor<LinePicked>, Refusal> {
  let asked = false;
  for (const order of wave) {
    for (const line of order.lines) {
      if (line.sku !== sku) continue;
      asked = true;
      if (unitsToPick(line) > 0 && !hasEnded(order)) {
        return accept({
          type: 'line_picked',
          payload: { fulfillmentOrderId: order.id, lineNo: line.lineNo, quantity: 1, serialNumbers: [], bin: null },
        });
      }
    }
  }
  return refuse(asked ? 'already_picked' : 'wrong_item');
}

/** Picks several units of one line at once. Refuses more than are left to pick (`already_picked`). */
export function pickLine(order: FulfillmentOrder, lineNo: number, quantity: number): Result<RequestFor<LinePicked>, Refusal> {
  const line = order.lines.find((one) => one.lineNo === lineNo);
  if (hasEnded(order)) return refuse('order_has_ended');
  if (line === undefined) return refuse('nothing_to_pick');
  if (!Number.isSafeInteger(quantity) || quantity < 1) return refuse('quantity_not_valid');
  if (quantity > unitsToPick(line)) return refuse('already_picked');
  return accept({ type: 'line_picked', payload: { fulfillmentOrderId: order.id, lineNo, quantity, serialNumbers: [], bin: null } });
}

/** Gives up what is left to pick of a line, with a reason. */
export function shortPickLine(
  order: FulfillmentOrder,
  lineNo: number,
  reason: ShortPickReason,
): Result<RequestFor<LineShortPicked>, Refusal> {
  const line = order.lines.find((one) => one.lineNo === lineNo);
  if (hasEnded(order)) return refuse('order_has_ended');
  if (line === undefined || unitsToPick(line) <= 0) return refuse('nothing_to_pick');
  return accept({
    type: 'line_short_picked',
    payload: { fulfillmentOrderId: order.id, lineNo, quantity: unitsToPick(line), reason },
  });
}
