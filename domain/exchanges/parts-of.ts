import type { AnyOperation } from '../base/envelope.ts';
import { goodsReturned, type ReturnRecorded } from '../returns/operations.ts';
import type { GoodsReturned } from '../returns/return.ts';
import { saleCompleted, type SaleRecorded } from '../sale/operations.ts';
import type { SaleCompleted } from '../sale/sale.ts';
import type { ExchangeOperation, GoodsExchanged } from './exchange.ts';

/** What came back, as a return of its own. */
export function backOf({ receiptNumber, currency, back }: GoodsExchanged): GoodsReturned {
  return { receiptNumber, currency, ...back };
}

/** What was taken home, as a sale of its own. */
export function soldOf({ receiptNumber, currency, sold }: GoodsExchanged): SaleCompleted {
  return { receiptNumber, currency, ...sold };
}

/** The return and the sale that an exchange is, each as if it had been recorded alone. An approval was for the return. */
export function partsOf(operation: ExchangeOperation): readonly [ReturnRecorded, SaleRecorded] {
  return [
    { ...operation, type: goodsReturned.type, payload: backOf(operation.payload) },
    { ...operation, type: saleCompleted.type, payload: soldOf(operation.payload), approval: null },
  ];
}

const isExchange = (operation: AnyOperation): operation is ExchangeOperation => operation.type === 'goods_exchanged';

/** The return and the sale of an exchange in its place; every other operation as it is. For all that counts returns and sales. */
export function inParts<O extends AnyOperation>(operation: O): readonly (O | ReturnRecorded | SaleRecorded)[] {
  return isExchange(operation) ? partsOf(operation) : [operation];
}
