import { type RefundTender } from '../payments/tender.ts';
import { refundTenderOf } from '../payments/tender.ts';
import { DocumentMap } from '../base/document-map.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { saleDocument } from '../sale/documents.ts';
import { shiftDocument } from '../shift/documents.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { setAsideDocument } from '../stock/set-aside.ts';
import type { StoreReader } from '../base/define-document.ts';
import { describe, expect, it } from 'vitest';
import {
  cartLineOf,
  DATE,
  fulfillmentLineOf,
  fulfillmentOrderOf,
  operationOf,
  saleOf,
  shiftOf,
  STORE,
} from '../../test/support/examples.ts';
import type { Effect } from '../base/effect.ts';
import { applyReturn } from './apply-return.ts';
import type { GoodsReturned, ReturnLine } from './return.ts';

const sale = saleOf([cartLineOf({ quantity: 3 }), cartLineOf({ sku: 'B' })]);
const delivered = fulfillmentOrderOf({
  lines: [fulfillmentLineOf({ quantity: 3, picked: 2, short: 1 })],
  state: { status: 'handed_over', at: `${DATE}T09:00:00.000Z` },
});
const reader: StoreReader = DocumentMap.of(fulfillmentOrderDocument, delivered).with(saleDocument, sale).with(shiftDocument, shiftOf());

/** What a line of pieces says beside its goods. */
const PLAIN: Pick<ReturnLine, 'kind' | 'unit' | 'quantityDecimals' | 'serialNumbers' | 'reference' | 'taxes' | 'reason'> = {
  kind: 'goods',
  unit: 'piece',
  quantityDecimals: 0,
  serialNumbers: [],
  reference: null,
  taxes: [],
  reason: null,
};

const back = (given: Partial<ReturnLine> = {}): ReturnLine => ({
  ...PLAIN,
  lineNo: 1,
  fulfillmentOrderId: null,
  orderId: null,
  sku: 'A',
  name: 'Article A',
  quantity: 1,
  disposition: 'restock',
  refundMinor: 100,
  refundTaxMinor: 0,
  ...given,
});

function apply(given: Partial<GoodsReturned>, from: StoreReader = reader, tender: RefundTender['kind'] = 'cash'): Effect[] {
  const payload: GoodsReturned = {
    receiptNumber: 'A1-000009',
    origin: { kind: 'sale', receiptNumber: sale.receiptNumber },
    currency: 'USD',
    points: null,
    lines: [back()],
    refundMinor: 100,
    customerId: null,
    isVoid: false,
    roundingMinor: 0,
    tenders: [refundTenderOf(tender, 'USD', given.refundMinor ?? 100)],
    exchangeReceiptNumber: null,
    soldAt: null,
    ...given,
  };
  return applyReturn(from, operationOf({ type: 'goods_returned', payload }, { shiftId: 'SHIFT' }));
}

const onHand = (effects: Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'stock' ? [[effect.locationId, effect.sku, effect.onHand, effect.reserved]] : []));
const kinds = (effects: Effect[]) => exceptionDocument.in(effects).map((one) => one.kind);
const cash = (effects: Effect[]) => shiftDocument.in(effects).map((one) => one.cashMinor);

const order = { kind: 'order', orderNumber: 'WEB-1' } as const;
const ofOrder = (given: Partial<ReturnLine> = {}) => back({ fulfillmentOrderId: 'F1', ...given });

describe('applyReturn', () => {
  it('[P2] puts on the shelf what is good, and leaves off the book what is damaged', () => {
    const lines = [back({ quantity: 2 }), back({ lineNo: 2, sku: 'B', disposition: 'damaged' })];
    expect(onHand(apply({ lines }))).toEqual([[STORE, 'A', 2, 0]]);
  });

  it('[P1] sets aside what waits for somebody, whatever it waits for, and nothing that was never here', () => {
    const lines = [
      back({ quantity: 2, disposition: 'vendor' }),
      back({ disposition: 'quarantine' }),
      back({ lineNo: 2, sku: 'B', disposition: 'refurbish', kind: 'service' }),
      back({ lineNo: 2, sku: 'B', disposition: 'other_location', orderId: 'O1' }),
    ];
    const effects = apply({ lines });
    expect(onHand(effects)).toEqual([]);
    expect(setAsideDocument.in(effects).map(({ id, quantity }) => [id, quantity])).toEqual([
      [`${STORE}:vendor:A`, 2],
      [`${STORE}:quarantine:A`, 1],
    ]);
  });

  it('[J9] the sale remembers what came back and keeps its amounts', () => {
    const effects = apply({ lines: [back({ quantity: 1 }), back({ quantity: 1, disposition: 'damaged' }), back({ lineNo: 2, sku: 'B' })] });
    expect(effects).toContainEqual(saleDocument.put({ ...sale, returned: { 1: 2, 2: 1 } }));
    expect(kinds(effects)).toEqual([]);
  });

  it('the refund leaves the drawer when it is cash, and only then', () => {
    expect(cash(apply({ refundMinor: 250 }))).toEqual([shiftOf().cashMinor - 250]);
    expect(cash(apply({ refundMinor: 250 }, reader, 'original_payment'))).toEqual([]);
  });

  it.each<[string, Partial<GoodsReturned>, string]>([
    ['more than was bought', { lines: [back({ quantity: 4 })] }, 'returned_more_than_bought'],
    ['more than was bought, in two lines', { lines: [back({ quantity: 2 }), back({ quantity: 2 })] }, 'returned_more_than_bought'],
    ['a line that was not on the receipt', { lines: [back({ lineNo: 7 })] }, 'returned_more_than_bought'],
    ['a line that the delivery did not have', { origin: order, lines: [ofOrder({ lineNo: 7 })] }, 'returned_more_than_bought'],
    [
      'another order than that of the delivery',
      { origin: { kind: 'order', orderNumber: 'WEB-2' }, lines: [ofOrder()] },
      'returned_more_than_bought',
    ],
    ['another SKU than was bought', { lines: [back({ sku: 'B' })] }, 'returned_other_goods'],
    ['a SKU that nobody knows', { lines: [back({ sku: 'NEW' })] }, 'returned_other_goods'],
    ['another SKU than was delivered', { origin: order, lines: [ofOrder({ sku: 'B' })] }, 'returned_other_goods'],
    ['a receipt that nobody knows', { origin: { kind: 'sale', receiptNumber: 'Z9-1' } }, 'unknown_receipt'],
    ['more than was delivered', { origin: order, lines: [ofOrder({ quantity: 3 })] }, 'returned_more_than_bought'],
    ['a delivery that nobody knows', { origin: order, lines: [ofOrder({ fulfillmentOrderId: 'F9' })] }, 'unknown_fulfillment_order'],
    ['an order line without its delivery', { origin: order, lines: [ofOrder({ fulfillmentOrderId: null })] }, 'unknown_fulfillment_order'],
  ])('[J5] %s is a fact: the goods are on the shelf, and a person is asked', (_what, given, kind) => {
    const effects = apply(given);
    expect(kinds(effects)).toEqual([kind]);
    expect(onHand(effects).length).toBeGreaterThan(0);
  });

  it.each<[string, Partial<GoodsReturned>, number | undefined]>([
    ['the share of the unit that was not bought', { lines: [back({ quantity: 4, refundMinor: 400 })] }, -100],
    [
      'what was really paid for it, after the fee',
      {
        lines: [back({ quantity: 4, refundMinor: 400, fee: { amountMinor: 40, taxMinor: 0, taxes: [] } })],
      },
      -90,
    ],
    ['all of a line that was not on the receipt', { lines: [back({ lineNo: 7, refundMinor: 250 })] }, -250],
    ['what was not delivered', { origin: order, lines: [ofOrder({ quantity: 3, refundMinor: 300 })] }, -100],
    ['nothing where goods alone are in question', { lines: [back({ sku: 'B' })] }, undefined],
  ])('[J5] names the loss: %s', (_what, given, minor) => {
    expect(exceptionDocument.in(apply(given)).map(({ cash: lost }) => lost?.USD)).toEqual([minor]);
  });

  it('an online order remembers what came back', () => {
    const effects = apply({
      origin: order,
      lines: [ofOrder({ quantity: 1 }), ofOrder({ quantity: 1, disposition: 'damaged' })],
      tenders: [refundTenderOf('original_payment', 'USD', 100)],
    });
    expect(effects).toContainEqual(
      fulfillmentOrderDocument.put({ ...delivered, lines: delivered.lines.map((line) => ({ ...line, returned: 2 })) }),
    );
    expect(kinds(effects)).toEqual([]);
  });

  it('[J5] money that left without an open shift changes no drawer', () => {
    expect(cash(apply({}, DocumentMap.of(saleDocument, sale)))).toEqual([]);
  });
});
