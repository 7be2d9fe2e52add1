import type { AnyOperation } from '../base/envelope.ts';
import type { RecordedBy } from '../base/define-operation.ts';
import { orderHandedOver } from '../fulfillment/operations.ts';
import { goodsReturned, type ReturnRecorded } from '../returns/operations.ts';
import type { GoodsReturned } from '../returns/return.ts';
import { saleCompleted, type SaleRecorded } from '../sale/operations.ts';
import type { SaleCompleted } from '../sale/sale.ts';
import type { ExchangeOperation, GoodsExchanged } from './exchange.ts';
import type { PickupExchanged, PickupExchangeOperation } from './pickup-exchange.ts';

type HandoverRecorded = RecordedBy<typeof orderHandedOver>;

/** What came back, as a return of its own. */
export function backOf({ receiptNumber, currency, back }: GoodsExchanged): GoodsReturned {
  return { receiptNumber, currency, ...back };
}

/** What was taken home, as a sale of its own. */
export function soldOf({ receiptNumber, currency, sold }: Pick<GoodsExchanged, 'receiptNumber' | 'currency' | 'sold'>): SaleCompleted {
  return { receiptNumber, currency, ...sold };
}

/** A pickup with a sale as an exchange alone; null where the customer took all of it. */
export function exchangeAtPickup({ receiptNumber, currency, back, sold }: PickupExchanged): GoodsExchanged | null {
  return back === null ? null : { receiptNumber, currency, back, sold };
}

/** The return and the sale that an exchange is, each as if it had been recorded alone. An approval was for the return. */
export function partsOf(operation: ExchangeOperation): readonly [ReturnRecorded, SaleRecorded] {
  return [
    { ...operation, type: goodsReturned.type, payload: backOf(operation.payload) },
    { ...operation, type: saleCompleted.type, payload: soldOf(operation.payload), approval: null },
  ];
}

/** The handover, the return and the sale that a pickup with a sale is, in this order. An approval was for the handover. */
export function partsOfPickup(operation: PickupExchangeOperation): {
  readonly handover: HandoverRecorded;
  readonly back: ReturnRecorded | null;
  readonly sold: SaleRecorded;
} {
  const { payload } = operation;
  const exchanged = exchangeAtPickup(payload);
  return {
    handover: { ...operation, type: orderHandedOver.type, payload: payload.handover },
    back: exchanged && { ...operation, type: goodsReturned.type, payload: backOf(exchanged), approval: null },
    sold: { ...operation, type: saleCompleted.type, payload: soldOf(payload), approval: null },
  };
}

const isExchange = (operation: AnyOperation): operation is ExchangeOperation => operation.type === 'goods_exchanged';
const isPickup = (operation: AnyOperation): operation is PickupExchangeOperation => operation.type === 'pickup_exchanged';

/**
 * The return and the sale of an exchange in its place, with the handover where it was made at pickup; every other operation as it is. For
 * all that counts handovers, returns and sales.
 */
export function inParts<O extends AnyOperation>(operation: O): readonly (O | HandoverRecorded | ReturnRecorded | SaleRecorded)[] {
  if (isExchange(operation)) return partsOf(operation);
  if (!isPickup(operation)) return [operation];
  const { handover, back, sold } = partsOfPickup(operation);
  return [handover, ...(back === null ? [] : [back]), sold];
}
