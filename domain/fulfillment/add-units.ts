import { portionOf } from '../base/money.ts';
import type { FulfillmentLine, FulfillmentOrder, FulfillmentStatus } from './fulfillment-order.ts';

/** The states in which a location can still put more units into the same parcel or bag. */
export const CAN_TAKE_MORE: readonly FulfillmentStatus[] = ['open', 'acknowledged', 'picking', 'picked', 'packed'];

/**
 * A line without the units that it gave up, whose share of the money went with them, so that more can be added exactly
 * (rule M1). Null when all of it was given up.
 */
function kept(line: FulfillmentLine): FulfillmentLine | null {
  const { moved: _, ...rest } = line;
  const quantity = line.quantity - line.short;
  if (quantity <= 0) return null;
  return {
    ...rest,
    quantity,
    short: 0,
    totalMinor: portionOf(line.totalMinor, line.quantity, 0, quantity),
    taxMinor: portionOf(line.taxMinor, line.quantity, 0, quantity),
  };
}

function withMore(line: FulfillmentLine, more: FulfillmentLine | undefined): FulfillmentLine {
  if (more === undefined) return line;
  const before = kept(line);
  if (before === null) return more;
  return {
    ...before,
    quantity: before.quantity + more.quantity,
    totalMinor: before.totalMinor + more.totalMinor,
    taxMinor: before.taxMinor + more.taxMinor,
  };
}

/**
 * Adds units to a fulfillment order that its location still works on, so that one customer gets one parcel from it. What
 * was picked stays picked; an order that was picked or packed already waits to be picked on.
 * @param lines units with exactly their share of the money.
 */
export function addUnits(order: FulfillmentOrder, lines: readonly FulfillmentLine[]): FulfillmentOrder {
  const known = new Set(order.lines.map((line) => line.lineNo));
  return {
    ...order,
    lines: [
      ...order.lines.map((line) =>
        withMore(
          line,
          lines.find((one) => one.lineNo === line.lineNo),
        ),
      ),
      ...lines.filter((line) => !known.has(line.lineNo)),
    ],
    state: order.state.status === 'picked' || order.state.status === 'packed' ? { status: 'open' } : order.state,
  };
}
