import { describe, expect, it } from 'vitest';
import { cartLineOf, soldOf } from '../../test/support/examples.ts';
import { saleFault } from '../sale/check-sale.ts';
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

it('[J3] a sale places each order that its lines name', () => {
  const order = { id: 'O1', fulfillment: { kind: 'ship' } } as const;
  const sale = { ...soldOf([cartLineOf({ order })]), customerId: 'C1' };
  expect(saleFault({ ...sale, orders: [order] })).toBeNull();
  for (const orders of [[], [{ ...order, id: 'O2' }]])
    expect(saleFault({ ...sale, orders })).toMatchObject({ code: 'line_order', facts: { line: 1, order: 'O1' } });
});
