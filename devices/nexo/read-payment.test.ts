import { expect, it } from 'vitest';
import { paymentResponse } from './messages.ts';
import { readPayment } from './read-payment.ts';

const failed = (more: object) =>
  readPayment(paymentResponse.parse({ Response: { Result: 'Failure', ErrorCondition: 'Refusal' }, ...more }), 'USD');
const line = { OutputContent: { OutputText: [{ Text: 'name=AID&value=A0000000041010&key=aid' }] } };

it.each([
  ['no card', {}, { result: 'failed', condition: 'Refusal' }],
  [
    'the card and its chip',
    {
      POIData: { POITransactionID: { TransactionID: 'T-1', TimeStamp: 'now' } },
      PaymentResult: {
        PaymentInstrumentData: { CardData: { PaymentBrand: 'mc', MaskedPan: '541333******9999', EntryMode: ['ICC'] } },
        PaymentAcquirerData: { MerchantID: 'M-1' },
      },
      PaymentReceipt: [line],
    },
    {
      result: 'failed',
      condition: 'Refusal',
      card: {
        scheme: 'mc',
        lastFour: '9999',
        application: { aid: 'A0000000041010', label: null },
        entry: 'chip',
        verification: null,
        merchantId: 'M-1',
        transactionId: 'T-1',
      },
    },
  ],
  [
    'the chip alone',
    { PaymentReceipt: [line] },
    {
      result: 'failed',
      condition: 'Refusal',
      card: {
        scheme: null,
        lastFour: null,
        application: { aid: 'A0000000041010', label: null },
        entry: null,
        verification: null,
        merchantId: null,
        transactionId: null,
      },
    },
  ],
])('a payment that failed tells %s', (_what, more, expected) => {
  expect(failed(more)).toEqual(expected);
});
