import { defineOperation, type RecordedBy } from '../base/define-operation.ts';
import type { Permission } from '../base/permission.ts';
import { orderHandedOver } from '../fulfillment/operations.ts';
import { goodsReturned } from '../returns/operations.ts';
import { saleCompleted } from '../sale/operations.ts';
import { applyExchange } from './apply-exchange.ts';
import { exchangeFault } from './check-exchange.ts';
import { type GoodsExchanged, goodsExchangedPayload } from './exchange.ts';
import { applyPickupExchange } from './apply-pickup-exchange.ts';
import { pickupExchangeFault } from './check-pickup-exchange.ts';
import { backOf, exchangeAtPickup, partsOf, partsOfPickup, soldOf } from './parts-of.ts';
import { type PickupExchanged, pickupExchangedPayload } from './pickup-exchange.ts';

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

/**
 * A pickup was handed over and other goods were sold with it, in one operation with one plan of tenders. Nothing of what was not taken has
 * left, so no permission of returns is needed.
 */
export const pickupExchanged = defineOperation({
  type: 'pickup_exchanged',
  since: 3,
  permission: 'order.hand_over',
  instead: [{ permission: 'order.vouch', when: ({ handover }) => orderHandedOver.permissionFor(handover) === 'order.vouch' }],
  payload: pickupExchangedPayload,
  receiptOf: (payload) => payload.receiptNumber,
  reads: (operation) => {
    const { handover, back, sold } = partsOfPickup(operation);
    return [...orderHandedOver.reads(handover), ...(back === null ? [] : goodsReturned.reads(back)), ...saleCompleted.reads(sold)];
  },
  apply: applyPickupExchange,
  check: pickupExchangeFault,
  also: saleCompleted.alsoPermissions.map((permission) => ({
    permission,
    each: (payload: PickupExchanged) => saleCompleted.also(soldOf(payload), permission),
  })),
  amounts: (payload) => {
    const exchanged = exchangeAtPickup(payload);
    return [...(exchanged === null ? [] : goodsReturned.amounts(backOf(exchanged))), ...saleCompleted.amounts(soldOf(payload))];
  },
  goodsOf: (payload) => saleCompleted.goodsOf(soldOf(payload)),
});

export const EXCHANGE_OPERATIONS = [goodsExchanged, pickupExchanged] as const;

export type ExchangeRecorded = RecordedBy<typeof goodsExchanged>;
