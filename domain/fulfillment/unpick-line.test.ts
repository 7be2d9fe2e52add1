import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { applyTo, orderAfter, STATES } from '../../test/support/fulfillment.ts';
import { unpickLine } from './unpick-line.ts';

const lines = [fulfillmentLineOf({ quantity: 3, picked: 2, short: 1 })];
const unpicked = (quantity: number) => ({
  type: 'line_unpicked' as const,
  payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity, waveId: 'W', tote: null },
});

describe('unpickLine', () => {
  it.each(STATES.map((state) => [state] as const))('from %o takes back what is picked and not in its box', (state) => {
    const decision = unpickLine(fulfillmentOrderOf({ lines, state }), 1, 2, 'W');
    const before = ['open', 'acknowledged', 'packed', 'ready'].includes(state.status) ? 'already_packed' : 'order_has_ended';
    const possible = state.status === 'picking' || state.status === 'picked';
    expect(decision).toEqual(possible ? { ok: true, value: unpicked(2) } : { ok: false, refusal: before });
  });

  it.each([0, 1.5, 3])('refuses %s of 2', (quantity) => {
    const order = fulfillmentOrderOf({ lines, state: { status: 'picked' } });
    expect(unpickLine(order, 1, quantity, null)).toEqual({ ok: false, refusal: 'quantity_not_valid' });
  });
});

describe('units that were put back on the shelf', () => {
  it('[P2] are still to pick, in their wave, and no stock moves', () => {
    const effects = applyTo(fulfillmentOrderOf({ lines, state: { status: 'picked' } }), unpicked(1));
    expect(orderAfter(effects)).toMatchObject({ lines: [{ picked: 1 }], state: { status: 'picking', waveId: 'W' } });
    expect(effects.filter((effect) => effect.kind === 'stock')).toEqual([]);
  });

  it('are no more than were picked', () => {
    const effects = applyTo(fulfillmentOrderOf({ lines, state: { status: 'picking', waveId: 'OWN' } }), unpicked(9));
    expect(orderAfter(effects)).toMatchObject({ lines: [{ picked: 0 }], state: { waveId: 'OWN' } });
  });

  it.each(['cancelled', 'expired'] as const)('[J5] of an order that was %s meanwhile end the task of putting them back', (status) => {
    const ended = fulfillmentOrderOf({ lines, state: { status, putBack: { stagingLocation: null } } });
    expect(orderAfter(applyTo(ended, unpicked(1)))?.state).toHaveProperty('putBack');
    expect(orderAfter(applyTo(ended, unpicked(2)))?.state).toEqual({ status });
  });

  it('[J5] of an order that has left change nothing', () => {
    const shipped = fulfillmentOrderOf({ lines, state: { status: 'shipped', trackingNumber: 'T', at: '2026-03-02T10:00:00.000Z' } });
    expect(applyTo(shipped, unpicked(1))).toEqual([]);
  });
});
