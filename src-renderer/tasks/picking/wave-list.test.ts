import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { unitsToPick } from '../../../domain/fulfillment/fulfillment-order.ts';
import { compareBins, inPickingOrder, waveProgress, waveStops } from './wave-list.ts';

const early = fulfillmentOrderOf({
  id: 'F1',
  orderNumber: 'WEB-9',
  placedAt: '2026-03-01T08:00:00.000Z',
  lines: [fulfillmentLineOf({ sku: 'A', quantity: 2, picked: 1 }), fulfillmentLineOf({ lineNo: 2, sku: 'B' })],
});
const late = fulfillmentOrderOf({
  id: 'F2',
  orderNumber: 'WEB-8',
  placedAt: '2026-03-02T08:00:00.000Z',
  lines: [fulfillmentLineOf({ sku: 'C', quantity: 4 }), fulfillmentLineOf({ lineNo: 2, sku: 'A', quantity: 3, short: 1 })],
});
const bins: Record<string, string> = { A: 'A-10-1', B: 'A-2-1' };
const binOf = (sku: string) => bins[sku] ?? null;

describe('waveStops', () => {
  it('is one list in bin order, each SKU once, the longest waiting order first', () => {
    const stops = waveStops([late, early], binOf);
    expect(stops.map((stop) => [stop.bin, stop.sku, stop.toPick])).toEqual([
      ['A-2-1', 'B', 1],
      ['A-10-1', 'A', 3],
      [null, 'C', 4],
    ]);
    expect(stops[1]).toMatchObject({
      quantity: 5,
      picked: 1,
      short: 1,
      orders: [
        { orderNumber: 'WEB-9', toPick: 1 },
        { orderNumber: 'WEB-8', toPick: 2 },
      ],
    });
  });

  it('loses and invents no unit, whatever the orders', () => {
    const lines = fc.array(
      fc.record({
        sku: fc.constantFrom('A', 'B', 'C', 'D'),
        quantity: fc.integer({ min: 1, max: 9 }),
        picked: fc.nat(9),
        short: fc.nat(9),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 6 }), (drawn) => {
        const orders = drawn.map((given, index) =>
          fulfillmentOrderOf({
            id: `F${index}`,
            lines: given.map(({ sku, quantity, picked, short }, at) => {
              const done = Math.min(picked, quantity);
              return fulfillmentLineOf({ lineNo: at + 1, sku, quantity, picked: done, short: Math.min(short, quantity - done) });
            }),
          }),
        );
        const all = orders.flatMap((order) => order.lines);
        const stops = waveStops(orders, binOf);
        const progress = waveProgress(stops);
        expect(new Set(stops.map((stop) => stop.sku)).size).toBe(stops.length);
        expect(progress.quantity).toBe(all.reduce((sum, line) => sum + line.quantity, 0));
        expect(progress.toPick).toBe(all.reduce((sum, line) => sum + unitsToPick(line), 0));
        expect(progress.picked + progress.short + progress.toPick).toBe(progress.quantity);
        for (const stop of stops) expect(stop.orders.reduce((sum, order) => sum + order.toPick, 0)).toBe(stop.toPick);
      }),
    );
  });
});

describe('order of bins and orders', () => {
  it('is natural, and goods without a bin come last', () => {
    const sorted = ['B1', null, 'A10', 'a2', 'A1-9', 'A1-10'].sort(compareBins);
    expect(sorted).toEqual(['A1-9', 'A1-10', 'a2', 'A10', 'B1', null]);
  });

  it('breaks a tie in waiting by order number', () => {
    const twin = (orderNumber: string) => fulfillmentOrderOf({ orderNumber });
    expect(inPickingOrder([twin('WEB-10'), twin('WEB-9')]).map((order) => order.orderNumber)).toEqual(['WEB-9', 'WEB-10']);
  });
});
