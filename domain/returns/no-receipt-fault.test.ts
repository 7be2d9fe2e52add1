import { expect, it } from 'vitest';
import { refundTenderOf } from '../payments/tender.ts';
import { noReceiptFault } from './no-receipt-fault.ts';
import { type GoodsReturned, goodsReturnedPayload } from './return.ts';

const line = { lineNo: 1, sku: 'A', name: 'A', quantity: 1, disposition: 'restock', refundMinor: 1_000, refundTaxMinor: 0 };
const credit = { ...refundTenderOf('store_credit', 'USD', 1_000), reference: 'SV-1' };
const of = (given: object): GoodsReturned =>
  goodsReturnedPayload.parse({
    ...{ receiptNumber: 'A1-000007', origin: { kind: 'no_receipt', document: null }, currency: 'USD' },
    ...{ lines: [line], refundMinor: 1_000, tenders: [credit] },
    ...given,
  });

it.each([
  ['goods for store credit', {}, null],
  ['a service', { lines: [{ ...line, kind: 'service' }] }, 'no_receipt_line'],
  ['a gift card', { lines: [{ ...line, kind: 'gift_card', reference: 'GC-1' }] }, 'no_receipt_line'],
  ['goods of an order', { lines: [{ ...line, orderId: 'O1' }] }, 'no_receipt_line'],
  ['goods of a delivery', { lines: [{ ...line, fulfillmentOrderId: 'F1' }] }, 'no_receipt_line'],
  ['one line twice', { lines: [line, line] }, 'no_receipt_line'],
  ['cash', { tenders: [refundTenderOf('cash', 'USD', 1_000)] }, 'no_receipt_tender'],
  ['store credit without a number', { tenders: [{ ...credit, reference: null }] }, 'no_receipt_tender'],
  ['store credit in another currency', { tenders: [{ ...credit, currency: 'EUR' }] }, 'no_receipt_tender'],
  ['a void', { isVoid: true }, 'no_receipt_tender'],
  ['points', { points: { takenBack: 1, givenBack: 0 } }, 'no_receipt_tender'],
  ['goods of a sale', { origin: { kind: 'sale', receiptNumber: 'A1-000001' }, tenders: [refundTenderOf('cash', 'USD', 1_000)] }, null],
])('without a receipt: %s', (_what, given, code) => {
  expect(noReceiptFault(of(given))?.code ?? null).toBe(code);
});
