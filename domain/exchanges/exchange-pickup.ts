import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { type FulfillmentOrder, hasEnded } from '../fulfillment/fulfillment-order.ts';
import type { OrderHandedOver } from '../fulfillment/payloads.ts';
import { asOrdered } from '../fulfillment/substitute.ts';
import type { ReturnableLine, ReturnChoice } from '../returns/return-goods.ts';
import { completeSale, type CompleteSale } from '../sale/complete-sale.ts';
import { receiptOfOrderNumber } from '../sale/order-number.ts';
import { exchangeGoods } from './exchange-goods.ts';
import type { PickupExchanged } from './pickup-exchange.ts';

type Handover = OrderHandedOver['payload'];

/**
 * A line of a pickup of which units stay: the units that leave have the first shares of its money (rule J9). A substitute that stays is
 * worth what was paid for the ordered article.
 */
function lineOfStaying(order: FulfillmentOrder, lineNo: number, left: number, stays: number): ReturnableLine | null {
  const line = order.lines.find((one) => one.lineNo === lineNo);
  if (line === undefined) return null;
  const { totalMinor, taxMinor } = asOrdered(order, line);
  return {
    lineNo,
    fulfillmentOrderId: order.id,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    bought: left + stays,
    returned: left,
    totalMinor,
    taxMinor,
    kind: 'goods',
    unit: 'piece',
    quantityDecimals: 0,
    reference: null,
    taxes: [],
    ordered: { at: 'pool', orderId: order.orderId },
  };
}

/**
 * What a customer does not take of a pickup, as it pays for other goods: none of it has left, and nothing comes onto the shelf by it. Lines
 * that the order does not have are left out.
 */
export function stayingChoices(order: FulfillmentOrder, { lines, notTaken }: Pick<Handover, 'lines' | 'notTaken'>): ReturnChoice[] {
  const sum = (units: readonly { readonly lineNo: number; readonly quantity: number }[], lineNo: number) =>
    units.reduce((total, one) => total + (one.lineNo === lineNo ? one.quantity : 0), 0);
  return notTaken.flatMap(({ lineNo, quantity, reason }): ReturnChoice[] => {
    const line = lineOfStaying(order, lineNo, sum(lines ?? [], lineNo), sum(notTaken, lineNo));
    return line === null ? [] : [{ line, quantity, disposition: reason === 'refused' ? 'restock' : 'damaged' }];
  });
}

/** Whether what is not taken of an order can pay for other goods: a sale that was paid at a till gives its money back on its receipt. */
export function paysAtPickup({ orderNumber }: Pick<FulfillmentOrder, 'orderNumber'>): boolean {
  return receiptOfOrderNumber(orderNumber) === null;
}

export interface PickupExchangeRequest {
  /** The order as it is when this is recorded, and its handover as it was decided. */
  readonly order: FulfillmentOrder;
  readonly handover: Handover;
  /** What is taken besides, and what the customer pays for it. */
  readonly sale: Omit<CompleteSale, 'receiptNumber'>;
  readonly receiptNumber: string;
  /** Whether money has moved for it. That is a fact: it is recorded whatever became of the order (rule J5). */
  readonly isBegun?: boolean;
}

/**
 * Decides a pickup with a sale: what the customer does not take pays for what they take instead. The rest is paid, or goes back by
 * whoever took the payment of the order. Refuses what the exchange or the sale would refuse alone.
 */
export function exchangePickup(request: PickupExchangeRequest): Result<PickupExchanged, Refusal> {
  const { order, handover, sale, receiptNumber, isBegun = false } = request;
  if (!isBegun && hasEnded(order)) return refuse('order_has_ended');
  if (!isBegun && order.state.status !== 'ready') return refuse('not_ready');
  const choices = stayingChoices(order, handover);
  if (choices.length === 0) {
    const completed = completeSale({ ...sale, receiptNumber });
    if (!completed.ok) return completed;
    const { receiptNumber: _, currency, ...sold } = completed.value;
    return accept({ receiptNumber, currency, handover, back: null, sold });
  }
  if (!paysAtPickup(order)) return refuse('swap_of_sale_order');
  const origin = { kind: 'order', orderNumber: order.orderNumber } as const;
  const exchanged = exchangeGoods({ receiptNumber, back: { origin, currency: order.currency, choices }, sale });
  return exchanged.ok ? accept({ ...exchanged.value, handover }) : exchanged;
}
