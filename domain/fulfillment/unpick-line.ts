import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { fulfillmentOrderDocument } from './documents.ts';
import { type FulfillmentLine, type FulfillmentOrder, type FulfillmentState, hasEnded } from './fulfillment-order.ts';
import { haveLeft, onOrder } from './on-order.ts';
import type { LineUnpicked } from './payloads.ts';
import { withoutSubstitute } from './substitute.ts';
import { takeOut } from './use-totes.ts';

/**
 * Takes units of a line back that were picked by mistake: they are on the shelf, and still to pick.
 * Refuses more than are picked (`quantity_not_valid`), and what is in its box already (`already_packed`).
 */
export function unpickLine(
  order: FulfillmentOrder,
  lineNo: number,
  quantity: number,
  waveId: string | null,
): Result<RequestFor<LineUnpicked>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'picking' && order.state.status !== 'picked') return refuse('already_packed');
  const picked = order.lines.find((one) => one.lineNo === lineNo)?.picked ?? 0;
  if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > picked) return refuse('quantity_not_valid');
  const tote = order.totes?.[0] ?? null;
  return accept({ type: 'line_unpicked', payload: { fulfillmentOrderId: order.id, lineNo, quantity, waveId, tote } });
}

/** Where an order stands after it: an order that waits for its goods to be put back waits no longer once all are. */
function stateAfter(order: FulfillmentOrder, lines: FulfillmentOrder['lines'], { id, payload }: LineUnpicked): FulfillmentState {
  const { state } = order;
  if (!hasEnded(order)) return { status: 'picking', waveId: state.status === 'picking' ? state.waveId : (payload.waveId ?? id) };
  const waits = state.status === 'cancelled' || state.status === 'rejected' || state.status === 'expired';
  if (!waits || lines.some((line) => line.picked > 0)) return state;
  const { putBack: _, ...ended } = state;
  return ended;
}

/** A substitute is on the shelf again: its reservation goes back to what was ordered, and so does what left the book for it. */
function backToOrdered(order: FulfillmentOrder, line: FulfillmentLine, units: number): { lines: FulfillmentLine[]; stock: Effect[] } {
  const { order: next, bookedAgain } = withoutSubstitute(order, line, units);
  const sku = order.lines.find((one) => one.lineNo === line.insteadOf?.lineNo)?.sku;
  const { locationId } = order;
  const stock: Effect[] = [{ kind: 'stock', locationId, sku: line.sku, onHand: 0, reserved: -units, cause: 'substitute' }];
  if (sku !== undefined) stock.push({ kind: 'stock', locationId, sku, onHand: bookedAgain, reserved: units, cause: 'substitute' });
  return { lines: next.lines, stock };
}

/**
 * The units are on the shelf again. The books had them there all along, so no stock moves, but where they were a substitute. What has left
 * stays gone.
 */
export function applyLineUnpicked(reader: StoreReader, operation: LineUnpicked): Effect[] {
  const { fulfillmentOrderId, lineNo, quantity, tote } = operation.payload;
  return onOrder(reader, operation, fulfillmentOrderId, (order) => {
    const line = order.lines.find((one) => one.lineNo === lineNo);
    if (line === undefined) return [];
    const taken = takeOut(reader, order, tote, { lineNo, quantity }, operation.at);
    const units = Math.min(quantity, line.picked);
    if (units === 0 || haveLeft(order)) return taken.effects;
    const { lines, stock } =
      line.insteadOf !== undefined && !hasEnded(order)
        ? backToOrdered(order, line, units)
        : { lines: order.lines.map((one) => (one === line ? { ...one, picked: one.picked - units } : one)), stock: [] };
    return [
      ...stock,
      fulfillmentOrderDocument.put({ ...taken.order, lines, state: stateAfter(order, lines, operation) }),
      ...taken.effects,
    ];
  });
}
