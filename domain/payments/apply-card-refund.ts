import type { StoreReader } from '../base/define-document.ts';
import type { Recorded } from '../base/define-operation.ts';
import type { DocumentEffect, Effect } from '../base/effect.ts';
import type { CardTrouble } from '../exceptions/facts.ts';
import { raiseException } from '../exceptions/raise.ts';
import type { CardRefund, CardRefundEnded, CardRefundStarted } from './card-refund.ts';
import { cardRefundDocument } from './documents.ts';
import { givenBack, lateWordOnRefund } from './apply-card-told.ts';
import type { RefundTender } from './tender.ts';

/** A refund is about to be asked for, and counts as given back until the terminal refuses. The same one recorded twice is the first. */
export function applyRefundStarted(reader: StoreReader, operation: Recorded<'card_refund_started', CardRefundStarted>): Effect[] {
  const { storeId, registerId, associateId, at, payload } = operation;
  const { refundId: id, returnMinor: _, isVoid: _asked, ...asked } = payload;
  if (reader.get(cardRefundDocument, id) !== undefined) return [];
  const started = { condition: null, receiptNumber: null, endedAt: null };
  return [
    cardRefundDocument.put({ id, storeId, registerId, associateId, ...asked, startedAt: at, status: 'started', ...started }),
    ...givenBack(reader, storeId, asked.paymentId, asked.amountMinor),
  ];
}

/** The money went back; or the terminal refused, and the shop still has it. */
export function applyRefundEnded(reader: StoreReader, operation: Recorded<'card_refund_ended', CardRefundEnded>): Effect[] {
  const { id, at, payload, storeId } = operation;
  const refund = reader.get(cardRefundDocument, payload.refundId);
  if (refund?.storeId !== storeId) return [];
  if (refund.status !== 'started') {
    return lateWordOnRefund(reader, refund, { id, at, storeId, wentBack: payload.isRefunded, condition: payload.condition });
  }
  if (payload.isRefunded) return [cardRefundDocument.put({ ...refund, status: 'refunded' })];
  return [
    cardRefundDocument.put({ ...refund, status: 'refused', condition: payload.condition, endedAt: at }),
    ...givenBack(reader, storeId, refund.paymentId, -refund.amountMinor),
  ];
}

/** A return, as far as its tenders are looked at. */
interface PaidReturn {
  readonly id: string;
  readonly storeId: string;
  readonly at: string;
  readonly payload: { readonly receiptNumber: string; readonly currency: string; readonly tenders: readonly RefundTender[] };
}

/** The card refunds that a return names. */
export function cardRefundIds(tenders: readonly RefundTender[]): string[] {
  return tenders.flatMap((one) => (one.kind === 'card' && one.reference !== null ? [one.reference] : []));
}

function troubleOf(refund: CardRefund | undefined, tender: RefundTender, receiptNumber: string): CardTrouble | null {
  if (refund === undefined) return 'unknown';
  if (refund.receiptNumber !== null && refund.receiptNumber !== receiptNumber) return 'booked_before';
  if (refund.status === 'started' || refund.status === 'refused') return 'not_approved';
  return refund.amountMinor === tender.amountMinor && refund.currency === tender.currency ? null : 'other_amount';
}

/** The card refunds that a return names are booked by it. One that did not happen, or not so, opens an exception (rule J5). */
export function bookCardRefunds(reader: StoreReader, operation: PaidReturn): DocumentEffect[] {
  const { receiptNumber, currency, tenders } = operation.payload;
  const named = new Set<string>();
  return tenders.flatMap((tender) => {
    if (tender.kind !== 'card' || tender.reference === null) return [];
    const found = reader.get(cardRefundDocument, tender.reference);
    const refund = found?.storeId === operation.storeId ? found : undefined;
    const trouble = named.has(tender.reference) ? 'booked_before' : troubleOf(refund, tender, receiptNumber);
    named.add(tender.reference);
    const isBookable = refund?.status === 'refunded' && trouble !== 'booked_before';
    const booked = isBookable ? [cardRefundDocument.put({ ...refund, status: 'booked', receiptNumber, endedAt: operation.at })] : [];
    if (trouble === null) return booked;
    return [
      ...booked,
      raiseException(reader, operation, {
        kind: 'card_not_covered',
        about: `${receiptNumber}:${tender.reference}`,
        subject: receiptNumber,
        cash: { [currency]: -tender.amountMinor },
        facts: { receipt: receiptNumber, payment: tender.reference, trouble },
      }),
    ];
  });
}
