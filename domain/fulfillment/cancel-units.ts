import type { FulfillmentOrder } from './fulfillment-order.ts';
import { hasEnded, reservedUnits, UNDER_WAY } from './fulfillment-order.ts';
import { stateAfterPicking } from './give-up-units.ts';
import { endWith } from './put-back.ts';

/** What a location has to do less of. */
export interface CancelledUnits {
  /** The fulfillment order as it stands now. */
  readonly order: FulfillmentOrder;
  /** Units that are not reserved any more, by line number. */
  readonly released: ReadonlyMap<number, number>;
  /** Units that were picked already and have to go back to the shelf, by line number, of an order that goes on. */
  readonly picked: ReadonlyMap<number, number>;
}

/** Takes units out of one fulfillment order that goes on or ends with it. @param left what is still to be cancelled, lessened by this. */
function cancelIn(order: FulfillmentOrder, left: Map<number, number>, at: string): CancelledUnits | null {
  const released = new Map<number, number>();
  const over = new Map<number, number>();
  const lines = order.lines.map((line) => {
    const units = Math.min(left.get(line.lineNo) ?? 0, reservedUnits(order, line));
    if (units === 0) return line;
    left.set(line.lineNo, (left.get(line.lineNo) ?? 0) - units);
    released.set(line.lineNo, units);
    const short = line.short + units;
    const picked = Math.min(line.picked, line.quantity - short);
    if (picked < line.picked) over.set(line.lineNo, line.picked - picked);
    return { ...line, short, picked };
  });
  if (released.size === 0) return null;
  // The units that are short now stay where they are on the shelf, or go back to it with all that was picked.
  if (lines.every((line) => line.short >= line.quantity))
    return { order: { ...order, state: endWith(order, { status: 'cancelled', at }) }, released, picked: new Map() };
  const { state } = order;
  const next = state.status === 'picking' ? stateAfterPicking(lines, state.waveId, at) : state;
  return { order: { ...order, lines, state: next }, released, picked: over };
}

/**
 * Cancels units of an order that have not left their locations, those first that nobody has worked on.
 * @param units wanted by line number. @param at when, an instant.
 * @returns the fulfillment orders that change, and the units that none of them had, by line number.
 */
export function cancelUnits(
  orders: readonly FulfillmentOrder[],
  units: ReadonlyMap<number, number>,
  at: string,
): { readonly changed: readonly CancelledUnits[]; readonly left: ReadonlyMap<number, number> } {
  const left = new Map(units);
  const active = orders
    .filter((order) => !hasEnded(order))
    .sort((a, b) => UNDER_WAY.indexOf(a.state.status) - UNDER_WAY.indexOf(b.state.status) || (a.id < b.id ? -1 : 1));
  const changed = active.flatMap((order) => cancelIn(order, left, at) ?? []);
  return { changed, left };
}
