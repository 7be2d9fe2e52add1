import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { applyTo, orderAfter, stockIn } from '../../test/support/fulfillment.ts';
import { accept, refuse } from '../base/result.ts';
import type { FulfillmentState } from './fulfillment-order.ts';
import { shortPickLine } from './short-pick-line.ts';

const picking: FulfillmentState = { status: 'picking', waveId: 'W' };
const first = fulfillmentOrderOf({
  id: 'F1',
  state: picking,
  lines: [fulfillmentLineOf({ quantity: 2, picked: 2 }), fulfillmentLineOf({ lineNo: 2, sku: 'B' })],
});
const second = fulfillmentOrderOf({ id: 'F2', state: picking, lines: [fulfillmentLineOf({ quantity: 3, picked: 1, short: 1 })] });
const cancelled = fulfillmentOrderOf({ id: 'F3', state: { status: 'cancelled' }, lines: [fulfillmentLineOf({ sku: 'C' })] });

describe('shortPickLine', () => {
  it('gives up what is left to pick of a line', () => {
    expect(shortPickLine(second, 1, 'not_found')).toEqual(
      accept({ type: 'line_short_picked', payload: { fulfillmentOrderId: 'F2', lineNo: 1, quantity: 1, reason: 'not_found' } }),
    );
  });

  it('gives up some of it', () => {
    const three = fulfillmentOrderOf({ id: 'F4', state: picking, lines: [fulfillmentLineOf({ quantity: 3 })] });
    expect(shortPickLine(three, 1, 'damaged', 2)).toEqual(
      accept({ type: 'line_short_picked', payload: { fulfillmentOrderId: 'F4', lineNo: 1, quantity: 2, reason: 'damaged' } }),
    );
    for (const units of [0, 1.5, 4]) expect(shortPickLine(three, 1, 'damaged', units)).toEqual(refuse('quantity_not_valid'));
  });

  it.each([
    [first, 1, 'nothing_to_pick'],
    [first, 9, 'nothing_to_pick'],
    [cancelled, 1, 'order_has_ended'],
  ] as const)('refuses %o, line %d with %s', (order, lineNo, refusal) => {
    expect(shortPickLine(order, lineNo, 'damaged')).toEqual(refuse(refusal));
  });
});

describe('units that were not found', () => {
  it.each([
    ['not_found', -2],
    ['damaged', -2],
    ['sold_in_store', 0],
  ] as const)('[P2] a short pick of two because %s changes on hand by %d', (reason, onHand) => {
    const effects = applyTo(
      fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, picked: 1 })], state: { status: 'picking', waveId: 'W' } }),
      {
        type: 'line_short_picked',
        payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 5, reason },
      },
    );
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand, reserved: -2 }]);
    expect(orderAfter(effects)).toMatchObject({ lines: [{ picked: 1, short: 2 }], state: { status: 'picked' } });
  });
});
