import type { DocumentKey, StoreReader } from '../base/define-document.ts';
import { defineOperation } from '../base/define-operation.ts';
import { applyEnded, applyLeftOpen, applyReversalEnded, applyReversalStarted, applyStarted } from './apply-card.ts';
import {
  cardPaymentEndedPayload,
  cardPaymentLeftOpenPayload,
  cardPaymentStartedPayload,
  cardReversalEndedPayload,
  cardReversalStartedPayload,
} from './card-payment.ts';
import { applyCardTold, readsOfTold } from './apply-card-told.ts';
import { cardMoneyToldPayload } from './card-told.ts';
import { applyRefundEnded, applyRefundStarted } from './apply-card-refund.ts';
import { cardRefundEndedPayload, cardRefundStartedPayload } from './card-refund.ts';
import { cardPaymentDocument, cardRefundDocument } from './documents.ts';

export const cardPaymentStarted = defineOperation({
  type: 'card_payment_started',
  since: 3,
  permission: 'sale.complete',
  payload: cardPaymentStartedPayload,
  reads: ({ payload }) => [cardPaymentDocument.key(payload.paymentId)],
  apply: applyStarted,
  amounts: ({ amountMinor }) => [['amountMinor', amountMinor]],
});

export const cardPaymentEnded = defineOperation({
  type: 'card_payment_ended',
  since: 3,
  permission: 'sale.complete',
  isTrace: true,
  payload: cardPaymentEndedPayload,
  reads: ({ payload }) => [cardPaymentDocument.key(payload.paymentId)],
  apply: applyEnded,
  amounts: (payload) => (payload.outcome === 'approved' ? [['approval.authorizedMinor', payload.approval.authorizedMinor]] : []),
});

export const cardReversalStarted = defineOperation({
  type: 'card_reversal_started',
  since: 3,
  permission: 'sale.complete',
  payload: cardReversalStartedPayload,
  reads: ({ payload }) => [cardPaymentDocument.key(payload.paymentId)],
  apply: applyReversalStarted,
});

export const cardReversalEnded = defineOperation({
  type: 'card_reversal_ended',
  since: 3,
  permission: 'sale.complete',
  isTrace: true,
  payload: cardReversalEndedPayload,
  reads: ({ payload }) => [cardPaymentDocument.key(payload.paymentId), ...readsOfTold(payload.paymentId)],
  apply: applyReversalEnded,
});

export const cardPaymentLeftOpen = defineOperation({
  type: 'card_payment_left_open',
  since: 3,
  permission: 'payment.leave_open',
  payload: cardPaymentLeftOpenPayload,
  reads: ({ payload }) => [cardPaymentDocument.key(payload.paymentId)],
  apply: applyLeftOpen,
});

/** The payment that a refund is of, once the refund has been read. */
function paymentOf(reader: StoreReader, refundId: string): DocumentKey[] {
  const refund = reader.get(cardRefundDocument, refundId);
  return refund === undefined ? [] : [cardPaymentDocument.key(refund.paymentId)];
}

export const cardRefundStarted = defineOperation({
  type: 'card_refund_started',
  since: 3,
  permission: 'return.record',
  instead: [{ permission: 'sale.void', when: ({ isVoid }) => isVoid }],
  payload: cardRefundStartedPayload,
  reads: ({ payload }) => [cardPaymentDocument.key(payload.paymentId), cardRefundDocument.key(payload.refundId)],
  apply: applyRefundStarted,
  // Asked before the terminal is: a return that nobody may record gives nothing back.
  weighs: ({ amountMinor, returnMinor }) => Math.max(amountMinor, returnMinor),
  amounts: ({ amountMinor }) => [['amountMinor', amountMinor]],
});

export const cardRefundEnded = defineOperation({
  type: 'card_refund_ended',
  since: 3,
  permission: 'return.record',
  isTrace: true,
  payload: cardRefundEndedPayload,
  reads: ({ payload }) => [cardRefundDocument.key(payload.refundId), ...readsOfTold(payload.refundId)],
  readsNext: (reader, { payload }) => paymentOf(reader, payload.refundId),
  apply: applyRefundEnded,
});

export const cardMoneyTold = defineOperation({
  type: 'card_money_told',
  since: 3,
  permission: 'payment.leave_open',
  payload: cardMoneyToldPayload,
  reads: ({ payload: { of, id } }) => [of === 'refund' ? cardRefundDocument.key(id) : cardPaymentDocument.key(id), ...readsOfTold(id)],
  readsNext: (reader, { payload: { of, id } }) => (of === 'refund' ? paymentOf(reader, id) : []),
  apply: applyCardTold,
});

export const PAYMENT_OPERATIONS = [
  cardPaymentStarted,
  cardPaymentEnded,
  cardReversalStarted,
  cardReversalEnded,
  cardPaymentLeftOpen,
  cardRefundStarted,
  cardRefundEnded,
  cardMoneyTold,
] as const;
