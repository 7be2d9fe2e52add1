import { defineDocument } from '../base/define-document.ts';
import { TEN_YEARS } from '../base/retention.ts';
import { cardPayment } from './card-payment.ts';
import { cardRefund } from './card-refund.ts';

export const cardPaymentDocument = defineDocument({
  kind: 'card_payment',
  since: 2,
  schema: cardPayment,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { ...TEN_YEARS, register: { daysAfterEnd: 1 }, feed: { daysAfterEnd: 'salesOnRegisters' } },
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
