import { describe, expect, it } from 'vitest';
import { operationOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { adjustStock, type Counted, stockAdjusted, worthOfAdjustment } from './adjust-stock.ts';

const counted = (given: Partial<Counted> = {}): Counted => ({
  sku: 'A',
  reason: 'missing',
  unitPrice: 1_250_000,
  quantityDecimals: 0,
  difference: -2,
  ...given,
});

describe('an adjustment of stock', () => {
  it.each([
    [-2, null],
    [3, null],
    [0, 'quantity_not_valid'],
    [0.5, 'quantity_not_valid'],
    [1_000_001, 'amount_too_large'],
  ])('of %d: %s', (difference, refusal) => {
    const decided = adjustStock(counted({ difference }));
    expect(decided.ok ? null : decided.refusal).toBe(refusal);
    expect(stockAdjusted.payload.safeParse(counted({ difference })).success).toBe(refusal === null);
  });

  it('[A1] weighs what its goods come to, whether they are more or fewer, by the piece or by weight', () => {
    expect(worthOfAdjustment(counted())).toBe(2_500);
    expect(stockAdjusted.weighs(counted({ difference: 2 }))).toBe(2_500);
    // 640 g of what costs 12.50 a kilogram.
    expect(worthOfAdjustment(counted({ difference: -640, quantityDecimals: 3 }))).toBe(800);
  });

  it('[P2] is a difference of what is on hand, with its own cause', () => {
    const operation = operationOf({ type: 'stock_adjusted', payload: counted() }, { storeId: 'S1' });
    expect(stockAdjusted.apply(new DocumentMap(), operation)).toEqual([
      { kind: 'stock', locationId: 'S1', sku: 'A', onHand: -2, reserved: 0, cause: 'adjustment' },
    ]);
  });
});
