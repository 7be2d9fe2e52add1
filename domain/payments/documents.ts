import { defineDocument } from '../base/define-document.ts';
import { TEN_YEARS } from '../base/retention.ts';
import { cardPayment } from './card-payment.ts';

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
