import { upgradeReturn } from './upgrade-return.ts';
import type { DocumentKey } from '../base/define-document.ts';
import { defineOperation, type RecordedBy } from '../base/define-operation.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { cardRefundIds } from '../payments/apply-card-refund.ts';
import { cardRefundDocument } from '../payments/documents.ts';
import { saleDocument } from '../sale/documents.ts';
import { COMPANY, companySettingsDocument } from '../settings/documents.ts';
import { cashExceptions } from '../shift/apply-shift.ts';
import { readsOfCoupons } from '../promotions/count-coupons.ts';
import { readsOfUses } from '../promotions/count-uses.ts';
import { readsOfMoves } from '../stored-value/move-stored-value.ts';
import { movesOfReturn } from '../stored-value/moves-of.ts';
import { keysAside } from '../stock/set-aside.ts';
import { applyReturn, goodsAside, saleOf, usesTakenBack } from './apply-return.ts';
import { readsOfNoReceipt } from './no-receipt-facts.ts';
import { againstTerms } from './return-terms.ts';
import { refundFault } from './check-return.ts';
import { strayExchange } from '../payments/stray-exchange.ts';
import { type GoodsReturned, goodsReturnedPayload } from './return.ts';

/** What the goods were bought on. */
function boughtOn({ origin, lines }: GoodsReturned): DocumentKey[] {
  const sales = origin.kind === 'sale' ? [saleDocument.key(origin.receiptNumber)] : [];
  const deliveries = lines.flatMap((line) =>
    line.fulfillmentOrderId === null ? [] : [fulfillmentOrderDocument.key(line.fulfillmentOrderId)],
  );
  return [...sales, ...deliveries];
}

/** The card refunds that a return names, and what may have been told of them already. */
function refundsOf({ receiptNumber, tenders }: GoodsReturned): DocumentKey[] {
  return cardRefundIds(tenders).flatMap((id) => [
    cardRefundDocument.key(id),
    exceptionDocument.key(`card_not_covered:${receiptNumber}:${id}`),
  ]);
}

export const goodsReturned = defineOperation({
  type: 'goods_returned',
  since: 1,
  permission: 'return.record',
  instead: [
    { permission: 'sale.void', when: ({ isVoid }) => isVoid },
    { permission: 'return.empties', when: ({ origin }) => origin.kind === 'empties' },
    { permission: 'return.no_receipt', when: ({ origin }) => origin.kind === 'no_receipt' },
  ],
  payload: goodsReturnedPayload,
  receiptOf: (payload) => payload.receiptNumber,
  reads: (operation) => [
    ...boughtOn(operation.payload),
    ...keysAside(operation.storeId, goodsAside(operation.payload)),
    companySettingsDocument.key(COMPANY),
    ...readsOfNoReceipt(operation),
    ...cashExceptions(operation),
    ...refundsOf(operation.payload),
    ...readsOfMoves(movesOfReturn(operation.payload), operation.payload.receiptNumber),
  ],
  readsNext: (reader, { payload }) => {
    const sale = saleOf(reader, payload);
    return [...readsOfUses(usesTakenBack(reader, payload)), ...(sale === undefined ? [] : readsOfCoupons(sale))];
  },
  apply: applyReturn,
  check: (reader, payload) => strayExchange(payload.tenders) ?? refundFault(reader, payload),
  // What leaves the drawer, not what the goods come to.
  weighs: ({ refundMinor, roundingMinor }) => refundMinor + Math.max(0, roundingMinor),
  also: [{ permission: 'return.exception', each: ({ lines }) => againstTerms(lines) }],
  amounts: ({ refundMinor, lines }) => [
    ['refundMinor', refundMinor],
    ...lines.map((line) => ['lines.refundMinor', line.refundMinor] as const),
  ],
  upgrades: { 2: upgradeReturn },
});

export const RETURN_OPERATIONS = [goodsReturned] as const;

export type ReturnRecorded = RecordedBy<typeof goodsReturned>;
