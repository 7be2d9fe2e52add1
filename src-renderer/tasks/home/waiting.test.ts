import { describe, expect, it } from 'vitest';
import type { FulfillmentState } from '../../../domain/fulfillment/fulfillment-order.ts';
import { AT, fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { countLate, countLateParcels, countWaiting, type Waiting } from './waiting.ts';

const none: Waiting = { pickupsToPrepare: 0, pickupsReady: 0, ordersToPick: 0, ordersToShip: 0, toPutBack: 0 };
const picking: FulfillmentState = { status: 'picking', waveId: 'W' };
const ready: FulfillmentState = { status: 'ready', stagingLocation: 'A', at: AT };

describe('what waits in a store', () => {
  it.each<['pickup' | 'ship', FulfillmentState, Partial<Waiting>]>([
    ['pickup', { status: 'open' }, { pickupsToPrepare: 1 }],
    ['pickup', picking, { pickupsToPrepare: 1 }],
    ['pickup', { status: 'picked' }, { pickupsToPrepare: 1 }],
    ['pickup', ready, { pickupsReady: 1 }],
    ['pickup', { status: 'handed_over', at: AT }, {}],
    ['ship', { status: 'acknowledged' }, { ordersToPick: 1 }],
    ['ship', picking, { ordersToPick: 1 }],
    ['ship', { status: 'picked' }, { ordersToShip: 1 }],
    ['ship', { status: 'packed' }, { ordersToShip: 1 }],
    ['ship', { status: 'shipped', trackingNumber: 'T', at: AT }, {}],
    ['ship', { status: 'cancelled' }, {}],
    ['ship', { status: 'rejected', reason: 'closed' }, {}],
  ])('counts a %s order that is %j', (kind, state, expected) => {
    expect(countWaiting([fulfillmentOrderOf({ kind, state })])).toEqual({ ...none, ...expected });
  });

  it('counts the pickups that are late, until they are ready', () => {
    const orders = [{ status: 'open' } as const, ready].map((state) => fulfillmentOrderOf({ kind: 'pickup', state, placedAt: AT }));
    const late = (minutes: number) => countLate(orders, 120, Date.parse(AT) + minutes * 60_000);
    expect([late(120), late(121)]).toEqual([0, 1]);
  });

  it('counts the orders to ship that are late, by what is to be done with them next', () => {
    const orders = (['open', 'picked', 'packed'] as const).map((status) =>
      fulfillmentOrderOf({ kind: 'ship', state: { status }, promisedAt: AT }),
    );
    expect(countLateParcels(orders, Date.parse(AT) + 1)).toEqual({ toPick: 1, toShip: 2 });
    expect(countLateParcels(orders, Date.parse(AT))).toEqual({ toPick: 0, toShip: 0 });
  });

  it('counts an order that ended with goods in hand', () => {
    const state: FulfillmentState = { status: 'cancelled', putBack: { stagingLocation: null } };
    expect(countWaiting([fulfillmentOrderOf({ state, lines: [fulfillmentLineOf({ picked: 1 })] })])).toEqual({
      ...none,
      toPutBack: 1,
    });
  });
});
