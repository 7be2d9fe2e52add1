import { describe, expect, it } from 'vitest';
import { cartLineOf, operationOf, saleOf } from '../../test/support/examples.ts';
import {
  doubtCashGiven,
  doubtFloat,
  doubtQuantity,
  doubtRefund,
  doubtWriteOff,
  isTooLarge,
  MOST_BELIEVED_MINOR,
  unbelievableAmount,
} from './limits.ts';
import type { OperationRequest } from '../registry/operations.ts';

const refund = (refundMinor: number): OperationRequest => ({
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
const sale = (givenMinor: number): OperationRequest => {
  const {
    saleId: _1,
    storeId: _2,
    registerId: _3,
    associateId: _4,
    businessDate: _5,
    at: _6,
    returned: _7,
    ...payload
  } = saleOf([cartLineOf()]);
  return { type: 'sale_completed', payload: { ...payload, tenders: [{ kind: 'cash', givenMinor, changeMinor: 0 }] } };
};

describe('unbelievableAmount', () => {
  it.each<[string, (minor: number) => OperationRequest]>([
    ['refundMinor', refund],
    ['tenders.givenMinor', sale],
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

describe('what is asked about once', () => {
  it.each([
    [239, 239, null],
    [239, 500, null],
    [239, 10_000, null],
    [239, 200_239, null],
    [239, 200_240, 'much_change'],
    [239, 2_000_000, 'much_change'],
    [80_000, 320_000, null],
    [80_000, 320_001, 'much_change'],
    [0, 200_001, 'much_change'],
  ])('a total of %d paid with %d: %s', (total, given, doubt) => {
    expect(doubtCashGiven(total, given)).toBe(doubt);
  });

  it.each<[string, unknown, unknown]>([
    ['a float of 2,000.00', doubtFloat(200_000), null],
    ['a float of 2,000.01', doubtFloat(200_001), 'large_float'],
    ['a float that is refused anyway', doubtFloat(9_999_999_999_900), null],
    ['100 units', doubtQuantity(100), null],
    ['a million units', doubtQuantity(1_000_000), 'large_quantity'],
    ['a refund of all that is in the drawer', doubtRefund(500, 500), null],
    ['a refund of more', doubtRefund(501, 500), 'refund_above_drawer'],
    ['a write-off of what there is', doubtWriteOff(9, 9), null],
    ['a write-off of more', doubtWriteOff(9_999, 10), 'write_off_above_stock'],
    ['a write-off below zero', doubtWriteOff(1, -3), 'write_off_above_stock'],
    ['a large write-off of unknown stock', doubtWriteOff(101, null), 'large_write_off'],
    ['a float of 99,999,999,999', isTooLarge(9_999_999_999_900), true],
    ['a large but possible amount', isTooLarge(10_000_000_000), false],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
