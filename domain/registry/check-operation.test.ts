import { cashOf } from '../../test/support/examples.ts';
import { type LooseRequest } from '../../test/support/loose-request.ts';
import { describe, expect, it } from 'vitest';
import { cartLineOf, nothingKnown, operationOf, saleOf } from '../../test/support/examples.ts';
import { type Fault, fault } from '../base/fault.ts';
import { MOST_BELIEVED_MINOR } from '../base/limits.ts';
import type { Operation } from './operations.ts';
import { saleCompletedPayload } from '../sale/sale.ts';
import { amountFault, receiptFault, totalsFault } from './check-operation.ts';

const payload = saleCompletedPayload.strip().parse(saleOf([cartLineOf()]));
const sale = (receiptNumber: string, receiptCount: number): Operation => ({
  ...operationOf({ type: 'sale_completed', payload: { ...payload, receiptNumber } }),
  receiptCount,
});
const packed = (receiptCount: number): Operation => ({
  ...operationOf({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } }),
  receiptCount,
});

describe('[J7] the receipts of a register', () => {
  it.each<[string, Operation, number, Fault | null]>([
    ['its next number', sale('A1-000004', 4), 0, null],
    ['a number that was used', sale('A1-000003', 3), 0, fault('receipts_counted', { is: 3, due: 4 })],
    ['a number too far', sale('A1-000005', 5), 0, fault('receipts_counted', { is: 5, due: 4 })],
    ['a number that quarantined ones explain', sale('A1-000005', 5), 1, null],
    ['another number than its count', sale('A1-000009', 4), 0, fault('receipt_number', { is: 'A1-000009', due: 'A1-000004' })],
    ["another register's prefix", sale('B1-000004', 4), 0, fault('receipt_number', { is: 'B1-000004', due: 'A1-000004' })],
    ['none where none is due', packed(3), 0, null],
    ['one where none is due', packed(4), 0, fault('receipts_counted', { is: 4, due: 3 })],
  ])('%s', (_what, operation, receiptSlack, expected) => {
    expect(receiptFault(operation, { prefix: 'A1', receiptCount: 3, receiptSlack })).toEqual(expected);
  });
});

describe('[M1] totals', () => {
  it('are checked by the rule of the type, and amounts that no number can hold are answered', () => {
    expect(totalsFault(sale('A1-000004', 4), nothingKnown)).toBeNull();
    const off = operationOf({ type: 'sale_completed', payload: { ...payload, totalMinor: payload.totalMinor + 1 } });
    expect(totalsFault(off, nothingKnown)).toEqual(fault('sale_total', { is: payload.totalMinor + 1, due: payload.totalMinor }));
    const huge = payload.lines.map((line) => ({ ...line, unitPrice: Number.MAX_SAFE_INTEGER, quantity: 1_000_000 }));
    expect(totalsFault(operationOf({ type: 'sale_completed', payload: { ...payload, lines: huge } }), nothingKnown)).toEqual(
      fault('line_amount_too_large', { line: 1 }),
    );
    expect(totalsFault(packed(0), nothingKnown)).toBeNull();
  });
});

const refund = (refundMinor: number): LooseRequest => ({
  type: 'goods_returned',
  payload: {
    receiptNumber: 'A1-000002',
    origin: { kind: 'sale', receiptNumber: 'Z9-000001' },
    currency: 'USD',
    refundMinor,
    refundTender: 'cash',
    lines: [
      {
        lineNo: 1,
        fulfillmentOrderId: null,
        sku: 'A',
        name: 'Article A',
        quantity: 1,
        disposition: 'restock',
        refundMinor,
        refundTaxMinor: 0,
      },
    ],
  },
});
const given = (givenMinor: number): LooseRequest => ({ type: 'sale_completed', payload: { ...payload, tenders: [cashOf(givenMinor)] } });

describe('amountFault', () => {
  it.each<[string, (minor: number) => LooseRequest]>([
    ['refundMinor', refund],
    ['tenders.givenMinor', given],
    ['countedMinor', (countedMinor) => ({ type: 'shift_closed', payload: { countedMinor, expectedMinor: 0 } })],
    ['expectedMinor', (minor) => ({ type: 'shift_closed', payload: { countedMinor: 0, expectedMinor: -minor } })],
  ])('believes %s up to the limit, and names it beyond', (field, request) => {
    expect(amountFault(operationOf(request(MOST_BELIEVED_MINOR)))).toBeNull();
    expect(amountFault(operationOf(request(9_000_000_000_000_000)))).toEqual(
      fault('amount_not_believable', { field, is: expect.any(Number) as number, most: MOST_BELIEVED_MINOR }),
    );
  });

  it('has nothing against operations without amounts', () => {
    expect(amountFault(operationOf({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } }))).toBeNull();
  });
});
