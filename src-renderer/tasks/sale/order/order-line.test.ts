import { describe, expect, it } from 'vitest';
import { cartLineOf } from '../../../../test/support/examples.ts';
import type { CartLine } from '../../../../domain/pricing/cart-line.ts';
import { addLine, withIds } from '../cart-lines.ts';
import { orderLine, ordersOf, withOwnOrders } from './order-line.ts';

const SHIP = { kind: 'ship' } as const;
const PICKUP = { kind: 'pickup', storeId: 'S2', storeName: 'Store S2' } as const;
const lines = (...given: Partial<CartLine>[]) => withIds(given.map((one) => cartLineOf(one)));

describe('orderLine', () => {
  it('orders a line as a whole, and gives it back', () => {
    const after = orderLine(lines({ quantity: 2 }), '1', 2, SHIP, 'O1');
    expect(after).toMatchObject([{ id: '1', quantity: 2, order: { id: 'O1', fulfillment: SHIP } }]);
    expect(orderLine(after, '1', 2, null, 'O2')).toMatchObject([{ id: '1', quantity: 2, order: null }]);
  });

  it('orders part of a line as a line of its own behind it', () => {
    const after = orderLine(lines({ quantity: 3 }, { sku: 'B' }), '1', 1, PICKUP, 'O1');
    expect(after.map(({ id, sku, quantity, order }) => [id, sku, quantity, order?.id])).toEqual([
      ['1', 'A', 2, undefined],
      ['3', 'A', 1, 'O1'],
      ['2', 'B', 1, undefined],
    ]);
  });

  it('sends what goes the same way in one order', () => {
    const all = lines({ sku: 'A' }, { sku: 'B' }, { sku: 'C' });
    const after = orderLine(orderLine(orderLine(all, '1', 1, SHIP, 'O1'), '2', 1, SHIP, 'O2'), '3', 1, PICKUP, 'O3');
    expect(after.map(({ order }) => order?.id)).toEqual(['O1', 'O1', 'O3']);
    expect(ordersOf(after).map(({ id }) => id)).toEqual(['O1', 'O3']);
  });

  it('takes no more of an article onto a line that is ordered', () => {
    expect(addLine(orderLine(lines({}), '1', 1, SHIP, 'O1'), cartLineOf())).toHaveLength(2);
  });

  it('[A1] leaves an amount that was taken off with the rest, and asks for it again', () => {
    const discount = { amountMinor: 50, reason: 'damaged', approvedBy: 'M' };
    const [rest, part] = orderLine(lines({ quantity: 2, discount }), '1', 1, SHIP, 'O1');
    expect(rest?.discount).toEqual({ ...discount, approvedBy: null });
    expect(part?.discount).toBeUndefined();
    const percent = { basisPoints: 1000, reason: 'damaged', approvedBy: 'M' };
    expect(orderLine(lines({ quantity: 2, discount: percent }), '1', 1, SHIP, 'O1').map((one) => one.discount)).toEqual([percent, percent]);
  });

  it.each([
    ['more than there are', {}, 2],
    ['none', {}, 0],
    ['a service', { kind: 'service' as const }, 1],
    ['weighed goods', { quantityDecimals: 3 }, 1],
    ['a piece with a serial number', { serialNumbers: ['S1'] }, 1],
  ])('orders not: %s', (_case, given, quantity) => {
    const before = lines(given);
    expect(orderLine(before, '1', quantity, SHIP, 'O1')).toBe(before);
  });
});

it('[J3] a held sale that two registers go on with places two orders', () => {
  const held = orderLine(orderLine(lines({ sku: 'A' }, { sku: 'B' }), '1', 1, SHIP, 'O1'), '2', 1, SHIP, 'O1');
  let count = 0;
  const again = withOwnOrders(held, () => `N${(count += 1)}`);
  expect(again.map(({ order }) => order?.id)).toEqual(['N1', 'N1']);
});
