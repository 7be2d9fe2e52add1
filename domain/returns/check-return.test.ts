import { refundTenderOf } from '../payments/tender.ts';
import { describe, expect, it } from 'vitest';
import { cartLineOf, fulfillmentLineOf, fulfillmentOrderOf, saleOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { saleDocument } from '../sale/documents.ts';
import { type Fault, fault } from '../base/fault.ts';
import { refundFault } from './check-return.ts';
import { goodsReturned } from './operations.ts';
import type { GoodsReturned, ReturnLine } from './return.ts';

const sale = saleOf([cartLineOf({ quantity: 3 })]);
const delivered = fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, totalMinor: 100 })] });
const store = DocumentMap.of(saleDocument, sale).with(fulfillmentOrderDocument, delivered);
const line = (given: Partial<ReturnLine> = {}): ReturnLine => ({
  lineNo: 1,
  fulfillmentOrderId: null,
  orderId: null,
  sku: 'A',
  name: 'Article A',
  quantity: 1,
  disposition: 'restock',
  refundMinor: 109,
  refundTaxMinor: 9,
  kind: 'goods',
  unit: 'piece',
  quantityDecimals: 0,
  serialNumbers: [],
  reference: null,
  taxes: [],
  reason: null,
  ...given,
});
const tax = (amountMinor: number) => ({ code: 'standard', ratePpm: 88_750, baseMinor: 100, amountMinor });
const refund = (given: Partial<GoodsReturned> = {}): GoodsReturned => ({
  receiptNumber: 'A1-000009',
  origin: { kind: 'sale', receiptNumber: sale.receiptNumber },
  currency: 'USD',
  points: null,
  lines: [line()],
  refundMinor: 109,
  customerId: null,
  isVoid: false,
  roundingMinor: 0,
  tenders: [refundTenderOf('cash', given.currency ?? 'USD', given.refundMinor ?? 109)],
  exchangeReceiptNumber: null,
  soldAt: null,
  ...given,
});
const ofOrder = (refundMinor: number) =>
  refund({ origin: { kind: 'order', orderNumber: 'WEB-1' }, lines: [line({ fulfillmentOrderId: 'F1', refundMinor })], refundMinor });

describe('[M3] notes of another currency, change for them and tips go back', () => {
  const taken = { kind: 'cash', currency: 'EUR', amountMinor: 543, tipMinor: 0, givenMinor: 500, changeMinor: 0, rate: '1.085' } as const;
  const change = { kind: 'cash', currency: 'USD', amountMinor: -216, tipMinor: 0, givenMinor: 0, changeMinor: 216, rate: null } as const;
  const paid = DocumentMap.of(saleDocument, { ...sale, tenders: [taken, change] });
  const all = { isVoid: true, lines: [line({ quantity: 3, refundMinor: 327, refundTaxMinor: 27 })], refundMinor: 327 };
  const back = (givenMinor: number, amountMinor: number) => ({
    ...refundTenderOf('cash', 'EUR', amountMinor),
    notes: { givenMinor, rate: '1.085' },
  });
  const brought = (amountMinor: number) => refundTenderOf('cash', 'USD', amountMinor);
  it.each<[string, Partial<GoodsReturned>, Fault | null]>([
    ['as they were', { ...all, tenders: [back(500, 543), brought(-216)] }, null],
    ['in a return', { ...all, isVoid: false, tenders: [back(301, 327)] }, fault('refund_notes', { tender: 1, is: 301, most: 0 })],
    ['worth more', { ...all, tenders: [back(500, 544), brought(-217)] }, fault('tender_amount', { tender: 1, is: 544, due: 543 })],
    ['more of them', { ...all, tenders: [back(600, 651), brought(-324)] }, fault('refund_notes', { tender: 1, is: 600, most: 500 })],
    ['change without them', { ...all, tenders: [brought(400), brought(-73)] }, fault('refund_change', { tender: 2, is: -73 })],
    [
      'a tip that was not given',
      { ...all, tenders: [{ ...brought(337), tipMinor: 10 }] },
      fault('tender_tip', { tender: 1, is: 10, most: 0 }),
    ],
  ])('%s', (_what, given, expected) => {
    expect(refundFault(paid, refund(given))).toEqual(expected);
  });
});

describe('[M1] [J9] a refund', () => {
  const whole = sale.lines.map((one) =>
    line({ lineNo: one.lineNo, quantity: one.quantity, refundMinor: one.totalMinor, refundTaxMinor: one.taxMinor }),
  );
  it.each<[what: string, lines: ReturnLine[], expected: Fault | null]>([
    ['a whole sale', whole, null],
    ['one unit less', whole.map((one, at) => (at === 0 ? { ...one, quantity: one.quantity - 1 } : one)), fault('void_in_part')],
    ['no unit of a second line', [{ ...whole[0], lineNo: 2 } as ReturnLine], fault('void_in_part')],
  ])('a void takes back %s', (_what, lines, expected) => {
    const refundMinor = lines.reduce((sum, one) => sum + one.refundMinor, 0);
    const payload = refund({ lines, refundMinor, isVoid: true });
    expect(refundFault(store, payload)).toEqual(expected);
    if (expected !== null) expect(refundFault(store, { ...payload, isVoid: false })).not.toEqual(expected);
  });

  it.each<[string, GoodsReturned, Fault | null]>([
    ['of what was paid', refund(), null],
    ['one minor unit over its share, for rounding', refund({ lines: [line({ refundMinor: 110 })], refundMinor: 110 }), null],
    [
      'more than was paid',
      refund({ lines: [line({ refundMinor: 111 })], refundMinor: 111 }),
      fault('refund_line', { line: 1, is: 111, most: 110 }),
    ],
    ['another sum than its lines', refund({ refundMinor: 108 }), fault('refund_total', { is: 108, due: 109 })],
    ['more tax than refund', refund({ lines: [line({ refundTaxMinor: 110 })] }), fault('refund_line_tax', { line: 1, is: 110, most: 109 })],
    ['in another currency', refund({ currency: 'EUR' }), fault('refund_currency', { is: 'EUR', due: 'USD' })],
    ['on a receipt that nobody knows', refund({ origin: { kind: 'sale', receiptNumber: 'Z9-000001' }, currency: 'EUR' }), null],
    ['rounded for cash', refund({ roundingMinor: 1, tenders: [refundTenderOf('cash', 'USD', 110)] }), null],
    [
      'rounded by more than any coin',
      refund({ roundingMinor: 1_000_001, tenders: [refundTenderOf('cash', 'USD', 1_000_110)] }),
      fault('rounding_too_large', { is: 1_000_001, most: 1_000_000 }),
    ],
    ['paid out differently', refund({ tenders: [refundTenderOf('cash', 'USD', 110)] }), fault('refund_tenders', { is: 110, due: 109 })],
    [
      'with taxes that are another sum',
      refund({ lines: [line({ taxes: [tax(8)] })] }),
      fault('refund_line_taxes', { line: 1, is: 9, due: 8 }),
    ],
    ['with its taxes', refund({ lines: [line({ taxes: [tax(4), tax(5)] })] }), null],
    ['less a fee', refund({ lines: [line({ fee: { amountMinor: 10, taxMinor: 0, taxes: [] } })], refundMinor: 99 }), null],
    [
      'that forgets its fee',
      refund({ lines: [line({ fee: { amountMinor: 10, taxMinor: 0, taxes: [] } })] }),
      fault('refund_total', { is: 109, due: 99 }),
    ],
    [
      'with a fee above what it gives back',
      refund({ lines: [line(), line({ refundMinor: 9, fee: { amountMinor: 10, taxMinor: 0, taxes: [] } })], refundMinor: 108 }),
      fault('return_fee', { line: 1, is: 10, most: 9 }),
    ],
    [
      'with a fee whose taxes are another sum',
      refund({ lines: [line({ fee: { amountMinor: 10, taxMinor: 2, taxes: [tax(1)] } })], refundMinor: 99 }),
      fault('return_fee_tax', { line: 1, is: 2, due: 1 }),
    ],
    ['whose fee was waived', refund({ lines: [line({ feeWaived: { amountMinor: 10, approvedBy: null } })] }), null],
    [
      'that waives more than it gives back',
      refund({ lines: [line(), line({ refundMinor: 9, feeWaived: { amountMinor: 10, approvedBy: 'M' } })], refundMinor: 118 }),
      fault('return_fee_waived', { line: 1, is: 10, most: 9 }),
    ],
    [
      'that keeps a fee and waives it',
      refund({
        lines: [line({ fee: { amountMinor: 10, taxMinor: 0, taxes: [] }, feeWaived: { amountMinor: 10, approvedBy: null } })],
        refundMinor: 99,
      }),
      fault('return_fee_waived', { line: 1, is: 10, most: 0 }),
    ],
    ['of a delivery', ofOrder(34), null],
    ['of a delivery, too much', ofOrder(35), fault('refund_line', { line: 1, is: 35, most: 34 })],
    ['of a delivery in another currency', { ...ofOrder(33), currency: 'EUR' }, fault('refund_currency', { is: 'EUR', due: 'USD' })],
  ])('%s', (_what, given, expected) => {
    expect(refundFault(store, given)).toEqual(expected);
  });

  it('[A1] weighs what leaves the drawer', () => {
    expect([-1, 0, 5].map((roundingMinor) => goodsReturned.weighs(refund({ roundingMinor })))).toEqual([109, 109, 114]);
  });
});
