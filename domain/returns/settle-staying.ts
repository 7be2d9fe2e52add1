import type { FulfillmentLine, FulfillmentOrder } from '../fulfillment/fulfillment-order.ts';
import type { GoodsReturned, ReturnLine } from './return.ts';

type Refund = Pick<GoodsReturned, 'lines' | 'tenders'>;

/** The part of a refund that paid for other goods, in minor units: whoever took the payment of the order does not give it back. */
function settledHere({ tenders }: Refund): number {
  return tenders.reduce((sum, { kind, amountMinor }) => (kind === 'original_payment' ? sum : sum + amountMinor), 0);
}

/** @param mostMinor what was settled and is on no line yet, in minor units. */
function settled(line: FulfillmentLine, own: readonly ReturnLine[], mostMinor: number): NonNullable<FulfillmentLine['settled']> {
  const refundMinor = own.reduce((sum, one) => sum + one.refundMinor, 0);
  return {
    quantity: (line.settled?.quantity ?? 0) + own.reduce((sum, one) => sum + one.quantity, 0),
    amountMinor: (line.settled?.amountMinor ?? 0) + Math.min(mostMinor, refundMinor),
  };
}

/** The lines of an order after a refund, and by how many units of them its money was given once too often, by line number. */
export interface Settled {
  readonly lines: FulfillmentLine[];
  readonly over: ReadonlyMap<number, number>;
}

/**
 * Notes on an order what a refund settled of units that never left: they stayed at the counter, and their money paid for other goods.
 * @param isOwed whether the refund is a part of the handover at which they stayed. Otherwise their money is spoken for: it was told to
 * whoever took the payment, or somebody has the goods. Then the order stays as it is.
 */
export function settleStaying(order: FulfillmentOrder, refund: Refund, isOwed: boolean): Settled {
  let leftMinor = settledHere(refund);
  const over = new Map<number, number>();
  const lines = order.lines.map((line) => {
    const own = refund.lines.filter((one) => one.orderId !== null && one.fulfillmentOrderId === order.id && one.lineNo === line.lineNo);
    if (own.length === 0) return line;
    const after = settled(line, own, leftMinor);
    leftMinor -= after.amountMinor - (line.settled?.amountMinor ?? 0);
    const before = line.settled?.quantity ?? 0;
    over.set(line.lineNo, after.quantity - (isOwed ? Math.max(before, line.toRefund ?? 0) : before));
    return isOwed ? { ...line, settled: after } : line;
  });
  return { lines, over };
}
