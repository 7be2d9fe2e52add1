import type { StoreReader } from '../base/define-document.ts';
import type { Recorded } from '../base/define-operation.ts';
import type { DocumentEffect, Effect } from '../base/effect.ts';
import type { CardTrouble } from '../exceptions/facts.ts';
import { raiseException } from '../exceptions/raise.ts';
import type {
  CardPayment,
  CardPaymentEnded,
  CardPaymentLeftOpen,
  CardPaymentStarted,
  CardReversalEnded,
  CardReversalStarted,
} from './card-payment.ts';
import { lateWordOnReversal } from './apply-card-told.ts';
import { cardPaymentDocument } from './documents.ts';
import type { Tender } from './tender.ts';

/** The payment that an operation is about; undefined where its own store has none of this id (rule A3). */
function paymentOf(reader: StoreReader, { storeId }: { readonly storeId: string }, id: string): CardPayment | undefined {
  const payment = reader.get(cardPaymentDocument, id);
  return payment?.storeId === storeId ? payment : undefined;
}

/** A payment is about to be asked for. The same one recorded twice is the first. */
export function applyStarted(reader: StoreReader, operation: Recorded<'card_payment_started', CardPaymentStarted>): Effect[] {
  const { storeId, registerId, associateId, at, payload } = operation;
  const { paymentId: id, ...asked } = payload;
  if (reader.get(cardPaymentDocument, id) !== undefined) return [];
  return [
    cardPaymentDocument.put({
      id,
      storeId,
      registerId,
      associateId,
      ...asked,
      startedAt: at,
      status: 'started',
      approval: null,
      condition: null,
      receiptNumber: null,
      refundedMinor: 0,
      leftOpen: null,
      endedAt: null,
    }),
  ];
}

/** An approval counts whenever it comes: money moved. "Not charged" counts while nothing else is known. */
export function applyEnded(reader: StoreReader, operation: Recorded<'card_payment_ended', CardPaymentEnded>): Effect[] {
  const { at, payload } = operation;
  const payment = paymentOf(reader, operation, payload.paymentId);
  if (payment === undefined) return [];
  if (payload.outcome === 'approved') {
    if (payment.status !== 'started' && payment.status !== 'not_charged') return [];
    return [cardPaymentDocument.put({ ...payment, status: 'approved', approval: payload.approval, condition: null, endedAt: null })];
  }
  if (payment.status !== 'started') return [];
  return [cardPaymentDocument.put({ ...payment, status: 'not_charged', condition: payload.condition, endedAt: at })];
}

export function applyReversalStarted(reader: StoreReader, operation: Recorded<'card_reversal_started', CardReversalStarted>): Effect[] {
  const { payload } = operation;
  const payment = paymentOf(reader, operation, payload.paymentId);
  if (payment?.status !== 'approved') return [];
  return [cardPaymentDocument.put({ ...payment, status: 'reversing', serviceId: payload.serviceId })];
}

/** The money went back; or the terminal refused, and the shop still has it. */
export function applyReversalEnded(reader: StoreReader, operation: Recorded<'card_reversal_ended', CardReversalEnded>): Effect[] {
  const { id, storeId, at, payload } = operation;
  const payment = paymentOf(reader, operation, payload.paymentId);
  if (payment === undefined) return [];
  const { isReversed, condition } = payload;
  if (payment.status !== 'reversing') return lateWordOnReversal(reader, payment, { id, storeId, at, wentBack: isReversed, condition });
  return [
    cardPaymentDocument.put(
      isReversed ? { ...payment, status: 'reversed', endedAt: at } : { ...payment, status: 'approved', condition, endedAt: null },
    ),
  ];
}

export function applyLeftOpen(reader: StoreReader, operation: Recorded<'card_payment_left_open', CardPaymentLeftOpen>): Effect[] {
  const { payload } = operation;
  const payment = paymentOf(reader, operation, payload.paymentId);
  return payment === undefined ? [] : [cardPaymentDocument.put({ ...payment, leftOpen: payload.reason })];
}

/** A sale, as far as its tenders are looked at. */
interface PaidSale {
  readonly id: string;
  readonly storeId: string;
  readonly at: string;
  readonly payload: { readonly receiptNumber: string; readonly currency: string; readonly tenders: readonly Tender[] };
}

/** What is wrong with a tender that names this payment; null where it is right. */
function troubleOf(payment: CardPayment | undefined, tender: Tender, receiptNumber: string): CardTrouble | null {
  if (payment === undefined) return 'unknown';
  if (payment.receiptNumber !== null && payment.receiptNumber !== receiptNumber) return 'booked_before';
  if (payment.approval === null || payment.status === 'reversed' || payment.status === 'reversing') return 'not_approved';
  return payment.approval.authorizedMinor === tender.amountMinor && payment.currency === tender.currency ? null : 'other_amount';
}

/** The card payments that a sale names. */
export function cardPaymentIds(tenders: readonly Tender[]): string[] {
  return tenders.flatMap((one) => (one.kind === 'card' && one.reference !== null ? [one.reference] : []));
}

/**
 * The card payments that a sale names are booked by it. A sale is a fact (rule J5): one that names a payment that nobody approved, for
 * another amount, or that another sale has booked, opens an exception. A card tender without a reference was taken elsewhere.
 */
export function bookCardPayments(reader: StoreReader, operation: PaidSale): DocumentEffect[] {
  const { receiptNumber, currency, tenders } = operation.payload;
  const named = new Set<string>();
  return tenders.flatMap((tender) => {
    if (tender.kind !== 'card' || tender.reference === null) return [];
    const payment = paymentOf(reader, operation, tender.reference);
    const isNamedTwice = named.has(tender.reference);
    named.add(tender.reference);
    const trouble = troubleOf(payment, tender, receiptNumber) ?? (isNamedTwice ? 'booked_before' : null);
    const booked =
      isNamedTwice || payment === undefined || payment.receiptNumber !== null
        ? []
        : [cardPaymentDocument.put({ ...payment, status: 'booked', receiptNumber, endedAt: operation.at })];
    if (trouble === null) return booked;
    return [
      ...(trouble === 'not_approved' ? [] : booked),
      raiseException(reader, operation, {
        kind: 'card_not_covered',
        about: `${receiptNumber}:${tender.reference}`,
        subject: receiptNumber,
        cash: { [currency]: tender.amountMinor },
        facts: { receipt: receiptNumber, payment: tender.reference, trouble },
      }),
    ];
  });
}
