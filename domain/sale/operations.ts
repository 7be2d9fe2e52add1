import { defineOperation, type RecordedBy } from '../base/define-operation.ts';
import type { DocumentKey } from '../base/define-document.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { cardPaymentIds } from '../payments/apply-card.ts';
import { cardPaymentDocument } from '../payments/documents.ts';
import { cashExceptions } from '../shift/apply-shift.ts';
import { takenOffByHand } from '../pricing/taken-off-by-hand.ts';
import { readsOfCoupons } from '../promotions/count-coupons.ts';
import { readsOfUses, usesOfSale } from '../promotions/count-uses.ts';
import { readsOfMoves } from '../stored-value/move-stored-value.ts';
import { chargedOf, overLimitOf } from '../stored-value/on-account.ts';
import { movesOfSale } from '../stored-value/moves-of.ts';
import { applySale } from './apply-sale.ts';
import { saleFault } from './check-sale.ts';
import { strayExchange } from '../payments/stray-exchange.ts';
import { upgradeSale } from './upgrade-sale.ts';
import { type SaleCompleted, saleCompletedPayload } from './sale.ts';
import { saleBroughtBackPayload, saleClearedPayload, saleLineReducedPayload } from './undone.ts';

/** The card payments that a sale names, and what may have been told of them already. */
function cardsOf({ receiptNumber, tenders }: SaleCompleted): DocumentKey[] {
  return cardPaymentIds(tenders).flatMap((id) => [
    cardPaymentDocument.key(id),
    exceptionDocument.key(`card_not_covered:${receiptNumber}:${id}`),
  ]);
}

export const saleCompleted = defineOperation({
  type: 'sale_completed',
  since: 1,
  permission: 'sale.complete',
  payload: saleCompletedPayload,
  receiptOf: (payload) => payload.receiptNumber,
  reads: (operation) => [
    ...cashExceptions(operation),
    ...cardsOf(operation.payload),
    ...readsOfCoupons(operation.payload),
    ...readsOfUses(usesOfSale({ storeId: operation.storeId, lines: operation.payload.lines })),
    ...readsOfMoves(movesOfSale(operation.payload), operation.payload.receiptNumber),
  ],
  apply: applySale,
  check: (_reader, payload) => strayExchange(payload.tenders) ?? saleFault(payload),
  amounts: ({ totalMinor, lines, tenders }) => [
    ['totalMinor', totalMinor],
    ...lines.map((line) => ['lines.grossMinor', line.grossMinor] as const),
    ...tenders.map((one) =>
      one.kind === 'cash' ? (['tenders.givenMinor', one.givenMinor] as const) : (['tenders.amountMinor', one.amountMinor] as const),
    ),
  ],
  weighs: ({ totalMinor }) => totalMinor,
  also: [
    { permission: 'sale.discount', each: ({ lines }) => takenOffByHand(lines) },
    { permission: 'account.charge', each: chargedOf },
    { permission: 'account.over_limit', each: overLimitOf },
  ],
  goodsOf: ({ lines }) => lines.filter(({ kind }) => kind === 'goods'),
  upgrades: { 2: (payload) => (typeof payload === 'object' && payload !== null ? upgradeSale(payload) : undefined) },
});

/** These three change nothing and are kept, for reports to count. */
export const saleCleared = defineOperation({
  type: 'sale_cleared',
  since: 2,
  permission: 'sale.change',
  isTrace: true,
  payload: saleClearedPayload,
  upgrades: { 2: (payload) => (typeof payload === 'object' && payload !== null ? { ...payload, reason: null } : undefined) },
});

export const saleBroughtBack = defineOperation({
  type: 'sale_brought_back',
  since: 2,
  permission: 'sale.change',
  isTrace: true,
  payload: saleBroughtBackPayload,
});

export const saleLineReduced = defineOperation({
  type: 'sale_line_reduced',
  since: 2,
  permission: 'sale.change',
  isTrace: true,
  payload: saleLineReducedPayload,
});

export const SALE_OPERATIONS = [saleCompleted, saleCleared, saleBroughtBack, saleLineReduced] as const;

export type SaleRecorded = RecordedBy<typeof saleCompleted>;
