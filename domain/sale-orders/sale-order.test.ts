import { describe, expect, it } from 'vitest';
import { isSameFulfillment, salePickupCode } from './sale-order.ts';

describe('the code of a pickup', () => {
  it('is the same on each print, has no signs that are mixed up, and differs from order to order', () => {
    const codes = Array.from({ length: 500 }, (_, index) => salePickupCode(`order-${index}`));
    expect(codes).toEqual(Array.from({ length: 500 }, (_, index) => salePickupCode(`order-${index}`)));
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
    expect(new Set(codes).size).toBe(500);
  });
});

it('the same way is the same store, whatever its name', () => {
  const pickup = (storeId: string, storeName = storeId) => ({ kind: 'pickup', storeId, storeName }) as const;
  expect(isSameFulfillment({ kind: 'ship' }, { kind: 'ship' })).toBe(true);
  expect(isSameFulfillment({ kind: 'ship' }, pickup('S1'))).toBe(false);
  expect(isSameFulfillment(pickup('S1', 'Old name'), pickup('S1'))).toBe(true);
  expect(isSameFulfillment(pickup('S1'), pickup('S2'))).toBe(false);
});
