import { portionOf } from '../base/money.ts';
import { type FulfillmentLine, type FulfillmentOrder, hasEnded } from '../fulfillment/fulfillment-order.ts';
import { haveLeft } from '../fulfillment/on-order.ts';
import { asOrdered, orderedLineNo } from '../fulfillment/substitute.ts';
import { type OrderRefund, refundsOf } from './refunds.ts';

/** Units of a line and their share of what was paid for it, in minor units. */
export interface Held {
  readonly units: number;
  readonly totalMinor: number;
  readonly taxMinor: number;
}

/** A line of an order as it was paid, and what became of its units. */
export interface PaidLine {
  readonly lineNo: number;
  readonly sku: string;
  readonly quantity: number;
  readonly totalMinor: number;
  readonly taxMinor: number;
  readonly backordered: number;
  readonly cancelled: number;
}

type UnitsOf = (order: FulfillmentOrder, line: FulfillmentLine) => number;

const notShort: UnitsOf = (_order, { quantity, short }) => quantity - short;
/** What has left is what was picked, also of an order that had ended by then: all of it was short. */
const goneOrHere: UnitsOf = (order, line) => (haveLeft(order) ? line.picked : notShort(order, line));

/** What the stores have or have sent of a line, a substitute as what it stands for. */
function heldOf(lineNo: number, orders: readonly FulfillmentOrder[], unitsOf: UnitsOf): Held {
  const shares = orders
    .filter((order) => !hasEnded(order) || haveLeft(order))
    .flatMap((order) => order.lines.map((line) => ({ line: asOrdered(order, line), units: unitsOf(order, line) })))
    .filter(({ line }) => line.lineNo === lineNo);
  const sum = (of: (share: (typeof shares)[number]) => number) => shares.reduce((total, share) => total + of(share), 0);
  return {
    units: sum(({ units }) => units),
    totalMinor: sum(({ line, units }) => portionOf(line.totalMinor, line.quantity, 0, units)),
    taxMinor: sum(({ line, units }) => portionOf(line.taxMinor, line.quantity, 0, units)),
  };
}

/**
 * What of a line's money no store holds: all but the shares of the units that stores have or have sent, and of those that were
 * cancelled. Never below zero, even where goods left twice.
 */
export function waitingAmounts(
  line: Pick<PaidLine, 'lineNo' | 'quantity' | 'totalMinor' | 'taxMinor' | 'cancelled'>,
  orders: readonly FulfillmentOrder[],
): { readonly totalMinor: number; readonly taxMinor: number } {
  const held = heldOf(line.lineNo, orders, notShort);
  const wanted = (stored: number) => portionOf(stored, line.quantity, 0, Math.max(0, line.quantity - line.cancelled));
  return {
    totalMinor: Math.max(0, wanted(line.totalMinor) - held.totalMinor),
    taxMinor: Math.max(0, wanted(line.taxMinor) - held.taxMinor),
  };
}

/** What is told already to be given back for units of a line that were not taken. */
function toldOf(lineNo: number, refunds: readonly OrderRefund[]): Held {
  const own = refunds.filter((one) => orderedLineNo(one.lineNo) === lineNo && one.reason === undefined);
  const sum = (of: (one: OrderRefund) => number) => own.reduce((total, one) => total + of(one), 0);
  return {
    units: sum((one) => one.quantity),
    totalMinor: sum((one) => one.totalMinor + (one.settledMinor ?? 0)),
    taxMinor: sum((one) => one.taxMinor),
  };
}

/**
 * What is to be given back for units that were cancelled before they left: what was paid for each line, less what stores hold or sent of
 * it, what waits, and what {@link refundsOf} tells. So nothing of a line's money is told twice, and nothing is lost (rules M1, J9). Goods
 * that left all the same owe nothing.
 */
export function cancelledRefunds(lines: readonly PaidLine[], orders: readonly FulfillmentOrder[]): OrderRefund[] {
  const told = refundsOf(orders);
  return lines.flatMap((line): OrderRefund[] => {
    if (line.cancelled === 0) return [];
    const { lineNo, sku, quantity, backordered } = line;
    const parts = [heldOf(lineNo, orders, goneOrHere), toldOf(lineNo, told)];
    if (backordered > 0) parts.push({ units: backordered, ...waitingAmounts(line, orders) });
    const left = (whole: number, of: (part: Held) => number) => parts.reduce((rest, part) => rest - of(part), whole);
    const units = left(quantity, (part) => part.units);
    if (units <= 0) return [];
    const totalMinor = Math.max(
      0,
      left(line.totalMinor, (part) => part.totalMinor),
    );
    const taxMinor = Math.min(
      totalMinor,
      Math.max(
        0,
        left(line.taxMinor, (part) => part.taxMinor),
      ),
    );
    return [{ lineNo, sku, quantity: units, totalMinor, taxMinor, reason: 'cancelled' }];
  });
}
