import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { type FulfillmentOrder, hasEnded, unitsToPick } from './fulfillment-order.ts';
import { stateAfterPicking } from './give-up-units.ts';
import { onOrder } from './on-order.ts';
import type { LinePicked } from './payloads.ts';
import { type Counted, takeFromShelf } from './take-from-shelf.ts';
import { toteRefusal } from './use-totes.ts';

/**
 * A picker scanned one unit of `sku`: it goes to the first of the wave's orders that still needs it.
 * Refuses an item that no order asks for (`wrong_item`), and one too many (`already_picked`).
 */
export function pickItem(
  wave: readonly FulfillmentOrder[],
  sku: string,
  waveId: string | null = null,
): Result<RequestFor<LinePicked>, Refusal> {
  let asked = false;
  for (const order of wave) {
    for (const line of order.lines) {
      if (line.sku !== sku) continue;
      asked = true;
      if (unitsToPick(line) > 0 && !hasEnded(order)) {
        return accept({
          type: 'line_picked',
          payload: { fulfillmentOrderId: order.id, lineNo: line.lineNo, quantity: 1, serialNumbers: [], bin: null, waveId, tote: null },
        });
      }
    }
  }
  return refuse(asked ? 'already_picked' : 'wrong_item');
}

/** Picks several units of one line at once. Refuses more than are left to pick (`already_picked`). */
export function pickLine(
  order: FulfillmentOrder,
  lineNo: number,
  quantity: number,
  waveId: string | null = null,
  tote: string | null = null,
): Result<RequestFor<LinePicked>, Refusal> {
  const line = order.lines.find((one) => one.lineNo === lineNo);
  if (hasEnded(order)) return refuse('order_has_ended');
  if (line === undefined) return refuse('nothing_to_pick');
  if (!Number.isSafeInteger(quantity) || quantity < 1) return refuse('quantity_not_valid');
  if (quantity > unitsToPick(line)) return refuse('already_picked');
  const payload = { fulfillmentOrderId: order.id, lineNo, quantity, serialNumbers: [], bin: null, waveId, tote };
  return accept({ type: 'line_picked', payload });
}

/**
 * Picks units of one line into a tote. Refuses another tote than the one that has goods of the order (`tote_wrong`), and one in which
 * something else lies (`tote_in_use`).
 */
export function pickIntoTote(
  reader: StoreReader,
  order: FulfillmentOrder,
  units: { readonly lineNo: number; readonly quantity: number },
  waveId: string | null,
  code: string,
): Result<RequestFor<LinePicked>, Refusal> {
  const refusal = toteRefusal(reader, order, code);
  if (refusal !== null) return refuse(refusal);
  return pickLine(order, units.lineNo, units.quantity, waveId, code);
}

/** The order with units of a line picked, as far as they are still to pick. */
function addPicked(order: FulfillmentOrder, { id, at, payload: { lineNo, quantity } }: LinePicked): Counted {
  const line = order.lines.find((one) => one.lineNo === lineNo);
  const taken = line === undefined ? 0 : Math.min(quantity, unitsToPick(line));
  if (line === undefined || taken <= 0) return { taken: 0, order, effects: [] };
  const lines = order.lines.map((one) => (one === line ? { ...one, picked: one.picked + taken } : one));
  const waveId = order.state.status === 'picking' ? order.state.waveId : id;
  return { taken, order: { ...order, lines, state: stateAfterPicking(lines, waveId, at) }, effects: [] };
}

/** Units were picked; what the order did not ask for is an exception (rule J5). */
export function applyLinePicked(reader: StoreReader, operation: LinePicked): Effect[] {
  const { fulfillmentOrderId: id, lineNo } = operation.payload;
  return onOrder(reader, operation, id, (order) =>
    takeFromShelf(reader, order, operation, {
      goods: { lineNo, sku: order.lines.find((one) => one.lineNo === lineNo)?.sku },
      count: () => addPicked(order, operation),
    }),
  );
}
