import { cashOf } from '../../test/support/examples.ts';
import { type LooseRequest } from '../../test/support/loose-request.ts';
import { describe, expect, it } from 'vitest';
import { cartLineOf, nothingKnown, operationOf, saleOf } from '../../test/support/examples.ts';
import { MOST_BELIEVED_MINOR } from '../base/limits.ts';
import type { Operation } from './operations.ts';
import { saleCompletedPayload } from '../sale/sale.ts';
import { receiptError, totalsError, unbelievableAmount } from './check-operation.ts';

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
  it.each<[string, Operation, number, string | null]>([
    ['its next number', sale('A1-000004', 4), 0, null],
    ['a number that was used', sale('A1-000003', 3), 0, 'receiptCount is 3'],
    ['a number too far', sale('A1-000005', 5), 0, 'receiptCount is 5'],
    ['a number that quarantined ones explain', sale('A1-000005', 5), 1, null],
    ['another number than its count', sale('A1-000009', 4), 0, 'the next one is A1-000004'],
    ["another register's prefix", sale('B1-000004', 4), 0, 'the next one is A1-000004'],
    ['none where none is due', packed(3), 0, null],
    ['one where none is due', packed(4), 0, 'receiptCount is 4'],
  ])('%s', (_what, operation, receiptSlack, expected) => {
    const error = receiptError(operation, { prefix: 'A1', receiptCount: 3, receiptSlack });
    if (expected === null) expect(error).toBeNull();
    else expect(error).toContain(expected);
  });
});

describe('[M1] totals', () => {
  it('are checked by the rule of the type, and amounts that no number can hold are answered', () => {
    expect(totalsError(sale('A1-000004', 4), nothingKnown)).toBeNull();
    const off = operationOf({ type: 'sale_completed', payload: { ...payload, totalMinor: payload.totalMinor + 1 } });
    expect(totalsError(off, nothingKnown)).toContain('totalMinor');
    const huge = payload.lines.map((line) => ({ ...line, unitPrice: Number.MAX_SAFE_INTEGER, quantity: 1_000_000 }));
    expect(totalsError(operationOf({ type: 'sale_completed', payload: { ...payload, lines: huge } }), nothingKnown)).toContain('more than');
    expect(totalsError(packed(0), nothingKnown)).toBeNull();
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

describe('unbelievableAmount', () => {
  it.each<[string, (minor: number) => LooseRequest]>([
    ['refundMinor', refund],
    ['tenders.givenMinor', given],
    ['countedMinor', (countedMinor) => ({ type: 'shift_closed', payload: { countedMinor, expectedMinor: 0 } })],
    ['expectedMinor', (minor) => ({ type: 'shift_closed', payload: { countedMinor: 0, expectedMinor: -minor } })],
  ])('believes %s up to the limit, and names it beyond', (field, request) => {
    expect(unbelievableAmount(operationOf(request(MOST_BELIEVED_MINOR)))).toBeNull();
    expect(unbelievableAmount(operationOf(request(9_000_000_000_000_000)))).toContain(field);
  });

  it('has nothing against operations without amounts', () => {
    expect(unbelievableAmount(operationOf({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } }))).toBeNull();
  });
});
