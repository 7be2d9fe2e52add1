import { defineDocument } from '../base/define-document.ts';
import { TEN_YEARS } from '../base/retention.ts';
import { cardPayment } from './card-payment.ts';
import { cardRefund } from './card-refund.ts';

/**
 * The limits for approvals without a bank count a day back. A clock that was a day ahead and is set back, or that errs by a day to the
 * other side, must not have made the register forget what they count.
 */
const DAYS_IN_MEMORY = 3;

export const cardPaymentDocument = defineDocument({
  kind: 'card_payment',
  since: 2,
  schema: cardPayment,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { ...TEN_YEARS, register: { daysAfterEnd: DAYS_IN_MEMORY }, feed: { daysAfterEnd: 'salesOnRegisters' } },
  personal: [],
  idOf: (payment) => payment.id,
  storeOf: (payment) => payment.storeId,
  endOf: (payment) => payment.endedAt,
  datedBy: ['startedAt'],
});

export const cardRefundDocument = defineDocument({
  kind: 'card_refund',
  since: 2,
  schema: cardRefund,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { ...TEN_YEARS, register: { daysAfterEnd: 1 }, feed: { daysAfterEnd: 'salesOnRegisters' } },
  personal: [],
  idOf: (refund) => refund.id,
  storeOf: (refund) => refund.storeId,
  endOf: (refund) => refund.endedAt,
  datedBy: ['startedAt'],
});
