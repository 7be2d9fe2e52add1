import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { multiplyDivideRound, portionOf } from '../base/money.ts';
import type { FulfillmentLine, FulfillmentOrder } from '../fulfillment/fulfillment-order.ts';
import { asOrdered, priceDifference } from '../fulfillment/substitute.ts';

/**
 * Money of an order that is to be given back: these units were cancelled, the customer did not take them at the counter, or got a cheaper
 * substitute.
 */
export const orderRefund = z.strictObject({
  /** Left out for units that were cancelled: no store sends them. */
  fulfillmentOrderId: entityId.exactOptional(),
  lineNo: z.number(),
  sku: entityId,
  quantity: z.number(),
  /** The share of these units in what was paid, tax included, less `settledMinor`: in minor units (rules M1, J9). */
  totalMinor: z.number(),
  /** The tax within `totalMinor`. */
  taxMinor: z.number(),
  /** What of their share paid for other goods at the counter, in minor units: nobody gives it back. Left out where that is nothing. */
  settledMinor: z.number().exactOptional(),
  /** Left out where the units were not taken. A substitute that costs less is with the customer; only the difference is given back. */
  reason: z.enum(['cheaper_substitute', 'cancelled']).exactOptional(),
});

export type OrderRefund = z.infer<typeof orderRefund>;

/**
 * What units of a line carry that did not leave with the `before` units of it that did, in minor units.
 * @throws RangeError when the line has fewer units.
 */
export function shareOf({ totalMinor, taxMinor, quantity }: FulfillmentLine, before: number, units: number) {
  return { totalMinor: portionOf(totalMinor, quantity, before, units), taxMinor: portionOf(taxMinor, quantity, before, units) };
}

/** What is owed for units of a line that were not taken: of a substitute, all that was paid for the ordered article. */
function notTaken(order: FulfillmentOrder, line: FulfillmentLine, left: number, toRefund: number): OrderRefund {
  const share = shareOf(asOrdered(order, line), left, toRefund);
  const settledMinor = Math.min(line.settled?.amountMinor ?? 0, share.totalMinor);
  const units = { fulfillmentOrderId: order.id, lineNo: line.lineNo, sku: line.sku, quantity: toRefund };
  if (settledMinor === 0) return { ...units, ...share };
  const totalMinor = share.totalMinor - settledMinor;
  const taxMinor = multiplyDivideRound(share.taxMinor, totalMinor, share.totalMinor);
  return { ...units, totalMinor, taxMinor, settledMinor };
}

/** What a line of an order owes its customer. */
function owedFor(order: FulfillmentOrder, line: FulfillmentLine): OrderRefund[] {
  const { lineNo, sku, toRefund = 0 } = line;
  const { status } = order.state;
  // What was picked for an order that nobody fetched has not left.
  const left = status === 'expired' ? 0 : line.picked;
  const difference = status === 'handed_over' || status === 'shipped' ? priceDifference(line, left) : null;
  const owed: OrderRefund[] = toRefund > 0 ? [notTaken(order, line, left, toRefund)] : [];
  if (difference !== null && difference.totalMinor > 0) {
    owed.push({ fulfillmentOrderId: order.id, lineNo, sku, quantity: left, ...difference, reason: 'cheaper_substitute' });
  }
  return owed;
}

/**
 * What is to be given back of an order, line by line, because its customer did not take it or did not fetch it, or because what left with
 * them instead costs less than what was ordered.
 */
export function refundsOf(orders: readonly FulfillmentOrder[]): OrderRefund[] {
  return orders.flatMap((order) => order.lines.flatMap((line) => owedFor(order, line)));
}
