import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { othersWanting, partMissing } from './missing-units.ts';
import type { StopOrder } from './wave-list.ts';

const share = (orderNumber: string, toPick: number): StopOrder => ({
  fulfillmentOrderId: orderNumber,
  orderNumber,
  kind: 'ship',
  lineNo: 1,
  quantity: toPick,
  picked: 0,
  toPick,
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
