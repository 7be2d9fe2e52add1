import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { multiplyDivideRound, portionOf } from '../base/money.ts';
import type { FulfillmentLine, FulfillmentOrder } from '../fulfillment/fulfillment-order.ts';

/** Money of an order that is to be given back: the customer did not take these units at the counter. */
export const orderRefund = z.strictObject({
  fulfillmentOrderId: entityId,
  lineNo: z.number(),
  sku: entityId,
  quantity: z.number(),
  /** The share of these units in what was paid, tax included, less `settledMinor`: in minor units (rules M1, J9). */
  totalMinor: z.number(),
  /** The tax within `totalMinor`. */
  taxMinor: z.number(),
  /** What of their share paid for other goods at the counter, in minor units: nobody gives it back. Left out where that is nothing. */
  settledMinor: z.number().exactOptional(),
});

export type OrderRefund = z.infer<typeof orderRefund>;

/**
 * What units of a line carry that did not leave with the `before` units of it that did, in minor units.
 * @throws RangeError when the line has fewer units.
 */
export function shareOf({ totalMinor, taxMinor, quantity }: FulfillmentLine, before: number, units: number) {
  return { totalMinor: portionOf(totalMinor, quantity, before, units), taxMinor: portionOf(taxMinor, quantity, before, units) };
}

/** What is to be given back of an order, line by line, because its customer did not take it or did not fetch it. */
export function refundsOf(orders: readonly FulfillmentOrder[]): OrderRefund[] {
  return orders.flatMap((order) =>
    order.lines.flatMap((line): OrderRefund[] => {
      const { lineNo, sku, toRefund = 0 } = line;
      if (toRefund === 0) return [];
      // What was picked for an order that nobody fetched has not left.
      const left = order.state.status === 'expired' ? 0 : line.picked;
      const share = shareOf(line, left, toRefund);
      const settledMinor = Math.min(line.settled?.amountMinor ?? 0, share.totalMinor);
      const units = { fulfillmentOrderId: order.id, lineNo, sku, quantity: toRefund };
      if (settledMinor === 0) return [{ ...units, ...share }];
      const totalMinor = share.totalMinor - settledMinor;
      const taxMinor = multiplyDivideRound(share.taxMinor, totalMinor, share.totalMinor);
      return [{ ...units, totalMinor, taxMinor, settledMinor }];
    }),
  );
}
