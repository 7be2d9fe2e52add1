import { describe, expect, it } from 'vitest';
import { cartLineOf, operationOf, saleOf } from '../test/support/examples.ts';
import { MOST_BELIEVED_MINOR, unbelievableAmount } from './limits.ts';
import type { OperationRequest } from './operation/operation.ts';

const refund = (refundMinor: number): OperationRequest => ({
  type: 'goods_returned',
  payload: {
    receiptNumber: 'A1-000002', origin: { kind: 'sale', receiptNumber: 'Z9-000001' }, currency: 'USD', refundMinor, refundTender: 'cash',
    lines: [{ lineNo: 1, fulfillmentOrderId: null, sku: 'A', name: 'Article A', quantity: 1, disposition: 'restock', refundMinor, refundTaxMinor: 0 }],
  },
});
const sale = (givenMinor: number): OperationRequest => {
  const { saleId: _1, storeId: _2, registerId: _3, associateId: _4, businessDate: _5, at: _6, returned: _7, ...payload } = saleOf([cartLineOf()]);
  return { type: 'sale_completed', payload: { ...payload, tenders: [{ kind: 'cash', givenMinor, changeMinor: 0 }] } };
};

describe('unbelievableAmount', () => {
  it.each<[string, (minor: number) => OperationRequest]>([
    ['refundMinor', refund],
    ['tenders.givenMinor', sale],
    ['floatMinor', (floatMinor) => ({ type: 'shift_opened', payload: { currency: 'USD', floatMinor } })],
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
