import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { offerSubstitutes, othersWanting, partMissing } from './missing-units.ts';
import { type StopOrder, waveStops } from './wave-list.ts';

const share = (orderNumber: string, toPick: number): StopOrder => ({
  fulfillmentOrderId: orderNumber,
  orderNumber,
  kind: 'ship',
  lineNo: 1,
  quantity: toPick,
  picked: 0,
  toPick,
  canReplace: false,
});

it('offers what customers take instead to those who allow it, and tells how many of the others go without', () => {
  const substitutes = [{ sku: 'B', gtin: null, name: 'Article B' }];
  const order = (id: string, placedAt: string, more: object) =>
    fulfillmentOrderOf({ id, orderNumber: id, placedAt, lines: [fulfillmentLineOf({ quantity: 2, picked: 0, ...more })] });
  const [stop] = waveStops(
    [order('W-1', '2026-01-01T00:00:00.000Z', {}), order('W-2', '2026-01-02T00:00:00.000Z', { substitutes })],
    () => null,
  );
  if (stop === undefined) throw new Error('There is no stop.');
  const told = [1, 3].map((missing) => {
    const { offered, rest, restUnits } = offerSubstitutes(stop, missing);
    return [offered.map(({ order: one, units }) => [one.orderNumber, units]), rest.orders.map((one) => one.orderNumber), restUnits];
  });
  expect(told).toEqual([
    [[['W-2', 1]], [], 0],
    [[['W-2', 2]], ['W-1'], 1],
  ]);
});

describe('units that are missing', () => {
  const orders = [share('first', 2), share('second', 0), share('third', 3)];
  it.each([
    [1, [['third', 1]]],
    [3, [['third', 3]]],
    [
      4,
      [
        ['third', 3],
        ['first', 1],
      ],
    ],
    [
      9,
      [
        ['third', 3],
        ['first', 2],
      ],
    ],
  ])('%d of 5 are taken from whoever comes last', (missing, parts) => {
    expect(partMissing(orders, missing).map(({ order, units }) => [order.orderNumber, units])).toEqual(parts);
  });
});

it('names the other open orders that want an article', () => {
  const lines = [fulfillmentLineOf({ quantity: 3, picked: 1 }), fulfillmentLineOf({ lineNo: 2, sku: 'B' })];
  const orders = [
    fulfillmentOrderOf({ id: 'MINE', lines }),
    fulfillmentOrderOf({ id: 'OTHER', orderNumber: 'WEB-2', lines }),
    fulfillmentOrderOf({ id: 'PICKED', lines: [fulfillmentLineOf({ quantity: 1, picked: 1 })] }),
    fulfillmentOrderOf({ id: 'ENDED', lines, state: { status: 'cancelled' } }),
  ];
  expect(othersWanting(orders, 'A', new Set(['MINE']))).toEqual([{ orderNumber: 'WEB-2', units: 2 }]);
});
