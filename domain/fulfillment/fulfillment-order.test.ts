import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { ENDED, endOfOrder, type FulfillmentState, fulfillmentState, hasEnded, reservedUnits, UNDER_WAY } from './fulfillment-order.ts';

const at = '2026-03-02T10:00:00.000Z';
const states: Record<FulfillmentState['status'], [FulfillmentState, boolean]> = {
  open: [{ status: 'open' }, false],
  acknowledged: [{ status: 'acknowledged' }, false],
  picking: [{ status: 'picking', waveId: 'W' }, false],
  picked: [{ status: 'picked' }, false],
  packed: [{ status: 'packed' }, false],
  ready: [{ status: 'ready', stagingLocation: 'Shelf', at }, false],
  handed_over: [{ status: 'handed_over', at }, true],
  shipped: [{ status: 'shipped', trackingNumber: 'T', at }, true],
  rejected: [{ status: 'rejected', reason: 'too_busy' }, true],
  cancelled: [{ status: 'cancelled' }, true],
  expired: [{ status: 'expired' }, true],
};

describe('fulfillment order', () => {
  it.each(Object.values(states))('[P2] %o has ended: %s, and then nothing is reserved', (state, ended) => {
    const line = fulfillmentLineOf({ quantity: 5, picked: 2, short: 1 });
    const order = fulfillmentOrderOf({ state, lines: [line] });
    expect(fulfillmentState.parse(state)).toEqual(state);
    expect(hasEnded(order)).toBe(ended);
    expect(ENDED.includes(state.status)).toBe(ended);
    expect(UNDER_WAY.includes(state.status)).toBe(!ended);
    expect(reservedUnits(order, line)).toBe(ended ? 0 : 4);
  });

  it.each(Object.values(states))('of %o leaves nothing to do: %s, from then on or from when it was placed', (state, ended) => {
    const placedAt = '2026-03-01T10:00:00.000Z';
    const end = 'at' in state ? state.at : placedAt;
    expect(endOfOrder(fulfillmentOrderOf({ state, placedAt }))).toBe(ended ? end : null);
    if (ended) expect(endOfOrder(fulfillmentOrderOf({ state: { ...state, at } as FulfillmentState, placedAt }))).toBe(at);
  });

  it.each(['cancelled', 'rejected'] as const)('that is %s is work until what was picked is back on the shelf', (status) => {
    const putBack = { stagingLocation: null };
    const state: FulfillmentState = status === 'rejected' ? { status, reason: 'too_busy', putBack } : { status, putBack };
    expect(endOfOrder(fulfillmentOrderOf({ state }))).toBeNull();
  });

  it('carries in each state only what belongs to it', () => {
    expect(fulfillmentState.safeParse({ status: 'open', waveId: 'W' }).success).toBe(false);
    expect(fulfillmentState.safeParse({ status: 'shipped', at }).success).toBe(false);
  });
});
