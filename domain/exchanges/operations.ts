import { defineOperation, type RecordedBy } from '../base/define-operation.ts';
import type { Permission } from '../base/permission.ts';
import { goodsReturned } from '../returns/operations.ts';
import { saleCompleted } from '../sale/operations.ts';
import { applyExchange } from './apply-exchange.ts';
import { exchangeFault } from './check-exchange.ts';
import { type GoodsExchanged, goodsExchangedPayload } from './exchange.ts';
import { backOf, partsOf, soldOf } from './parts-of.ts';

/** What an exchange needs besides: all that its return or its sale would need alone. */
const furtherOf = (permission: Permission) => ({
  permission,
  each: (payload: GoodsExchanged) => [
    ...goodsReturned.also(backOf(payload), permission),
    ...saleCompleted.also(soldOf(payload), permission),
  ],
});

/** Goods came back and others were taken home, in one operation with one plan of tenders. */
export const goodsExchanged = defineOperation({
  type: 'goods_exchanged',
  since: 3,
  permission: 'return.record',
  payload: goodsExchangedPayload,
  receiptOf: (payload) => payload.receiptNumber,
  reads: (operation) => {
    const [back, sold] = partsOf(operation);
    return [...goodsReturned.reads(back), ...saleCompleted.reads(sold)];
  },
  readsNext: (reader, operation) => goodsReturned.readsNext(reader, partsOf(operation)[0]),
  apply: applyExchange,
  check: exchangeFault,
  // All that comes back: goods that go out for it are worth as much as money.
  weighs: (payload) => goodsReturned.weighs(backOf(payload)),
  also: [...new Set([...goodsReturned.alsoPermissions, ...saleCompleted.alsoPermissions])].map(furtherOf),
  amounts: (payload) => [...goodsReturned.amounts(backOf(payload)), ...saleCompleted.amounts(soldOf(payload))],
  goodsOf: (payload) => saleCompleted.goodsOf(soldOf(payload)),
});

export const EXCHANGE_OPERATIONS = [goodsExchanged] as const;

export type ExchangeRecorded = RecordedBy<typeof goodsExchanged>;
