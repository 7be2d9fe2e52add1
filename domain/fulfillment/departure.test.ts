import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { departureOf, linesHere, linesLeaving } from './departure.ts';
import type { FulfillmentLine } from './fulfillment-order.ts';

const orderOf = (...lines: Partial<FulfillmentLine>[]) =>
  fulfillmentOrderOf({ state: { status: 'packed' }, lines: lines.map((line, index) => fulfillmentLineOf({ lineNo: index + 1, ...line })) });
const line = (lineNo: number, sku: string, quantity: number) => ({ lineNo, sku, quantity });

describe('what leaves with an order', () => {
  it('is told as what was picked, line by line', () => {
    expect(linesLeaving(orderOf({ quantity: 3, picked: 2, short: 1 }, { sku: 'B', quantity: 1, short: 1 }))).toEqual([line(1, 'A', 2)]);
  });

  it('is all that is not short where nobody told', () => {
    const order = orderOf({ quantity: 3, picked: 2, short: 1, moved: 1 }, { sku: 'B', quantity: 1 });
    expect(linesHere(order)).toEqual([line(1, 'A', 2), line(2, 'B', 1)]);
    expect(departureOf(order, null)).toEqual(departureOf(order, linesHere(order)));
  });

  it('is what was moved, where the pool had moved everything and nobody told', () => {
    const order = fulfillmentOrderOf({
      state: { status: 'rejected', reason: 'nothing could be picked' },
      lines: [fulfillmentLineOf({ quantity: 3, short: 3, moved: 2 })],
    });
    expect(departureOf(order, null)).toMatchObject({
      goods: [{ sku: 'A', quantity: 2 }],
      stock: [{ sku: 'A', onHand: -2, reserved: 0 }],
      excess: [],
      missing: [],
    });
  });

  it('counts goods that the order never had, and more than it ever asked for', () => {
    const order = orderOf({ quantity: 2, picked: 2 });
    const departure = departureOf(order, [line(1, 'A', 5), line(7, 'A', 1), line(1, 'B', 1)]);
    expect(departure.stock).toEqual([
      { sku: 'A', onHand: -5, reserved: -2 },
      { sku: 'A', onHand: -1, reserved: 0 },
      { sku: 'B', onHand: -1, reserved: 0 },
    ]);
    expect(departure.excess).toEqual([
      { sku: 'A', quantity: 3 },
      { sku: 'A', quantity: 1 },
      { sku: 'B', quantity: 1 },
    ]);
    // More than was bought can never come back.
    expect(departure.lines).toMatchObject([{ picked: 2, short: 0 }]);
  });

  it('releases what was reserved even when nothing left, and never more after the end', () => {
    const order = orderOf({ quantity: 2 });
    expect(departureOf(order, [])).toMatchObject({ stock: [{ sku: 'A', onHand: 0, reserved: -2 }], missing: [{ lineNo: 1, quantity: 2 }] });
    expect(departureOf({ ...order, state: { status: 'cancelled' } }, [])).toMatchObject({ stock: [], missing: [], excess: [] });
  });
});
