import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { substituted } from './documents.ts';
import { type FulfillmentOrder, hasEnded, type ShortPickReason, unitsToPick } from './fulfillment-order.ts';
import { stateAfterPicking } from './give-up-units.ts';
import { onOrder } from './on-order.ts';
import type { LineSubstituted } from './payloads.ts';
import { substituteLineNo, withSubstitute } from './substitute.ts';
import { type Counted, takeFromShelf } from './take-from-shelf.ts';
import { toteRefusal } from './use-totes.ts';

/** What was taken for which line, and why the ordered article was not. */
export interface Substitution {
  /** The line that was ordered. */
  readonly lineNo: number;
  readonly sku: string;
  readonly quantity: number;
  readonly reason: ShortPickReason;
  readonly waveId: string | null;
  /** Null where the store picks without totes. */
  readonly tote: string | null;
}

/**
 * Takes another article for units of a line that are not to be had. Refuses what the customer did not allow (`not_a_substitute`), more
 * than is to pick (`already_picked`), another tote than the one with goods of the order (`tote_wrong`), and one in which something else
 * lies (`tote_in_use`).
 */
export function substituteLine(
  reader: StoreReader,
  order: FulfillmentOrder,
  taken: Substitution,
): Result<RequestFor<LineSubstituted>, Refusal> {
  const line = order.lines.find((one) => one.lineNo === taken.lineNo);
  if (hasEnded(order)) return refuse('order_has_ended');
  if (line === undefined) return refuse('nothing_to_pick');
  if (line.substitutes?.some((one) => one.sku === taken.sku) !== true) return refuse('not_a_substitute');
  if (!Number.isSafeInteger(taken.quantity) || taken.quantity < 1) return refuse('quantity_not_valid');
  if (taken.quantity > unitsToPick(line)) return refuse('already_picked');
  const refusal = taken.tote === null ? null : toteRefusal(reader, order, taken.tote);
  if (refusal !== null) return refuse(refusal);
  return accept({ type: 'line_substituted', payload: { fulfillmentOrderId: order.id, ...taken } });
}

function indexOf(order: FulfillmentOrder, { lineNo, sku }: Pick<Substitution, 'lineNo' | 'sku'>): number {
  return order.lines.find((one) => one.lineNo === lineNo)?.substitutes?.findIndex((one) => one.sku === sku) ?? -1;
}

/** The order with units of the substitute, as far as it allows it and something is still to pick; and what moves on the book. */
function count(order: FulfillmentOrder, { id, at, payload }: LineSubstituted): Counted {
  const { lineNo, sku, quantity, reason } = payload;
  const line = order.lines.find((one) => one.lineNo === lineNo);
  const index = indexOf(order, payload);
  const taken = line === undefined || index < 0 ? 0 : Math.min(quantity, unitsToPick(line));
  if (line === undefined || taken <= 0) return { taken: 0, order, effects: [] };
  // Goods sold over the counter left the book with their sale; goods that are missing or broken leave it here.
  const writtenOff = reason === 'sold_in_store' ? 0 : taken;
  const next = withSubstitute(order, line, index, taken, writtenOff);
  const waveId = order.state.status === 'picking' ? order.state.waveId : id;
  const { locationId } = order;
  return {
    taken,
    order: { ...next, state: stateAfterPicking(next.lines, waveId, at) },
    effects: [
      { kind: 'stock', locationId, sku: line.sku, onHand: -writtenOff || 0, reserved: -taken, cause: 'substitute' },
      { kind: 'stock', locationId, sku, onHand: 0, reserved: taken, cause: 'substitute' },
      substituted.effect(order),
    ],
  };
}

/**
 * Another article was picked instead: the reservation moves from the ordered one to it. What the order did not allow or had no use for is
 * an exception (rule J5).
 */
export function applyLineSubstituted(reader: StoreReader, operation: LineSubstituted): Effect[] {
  const { fulfillmentOrderId, lineNo, sku } = operation.payload;
  return onOrder(reader, operation, fulfillmentOrderId, (order) => {
    const index = indexOf(order, operation.payload);
    return takeFromShelf(reader, order, operation, {
      // What the customer did not allow has no line of its own: it lies with what was ordered.
      goods: { lineNo: index < 0 ? lineNo : substituteLineNo(lineNo, index), sku },
      count: () => count(order, operation),
    });
  });
}
