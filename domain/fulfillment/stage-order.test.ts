import { describe, expect, it } from 'vitest';
import { AT } from '../../test/support/examples.ts';
import { applyTo, decisionsFrom, orderAfter, orderIn } from '../../test/support/fulfillment.ts';
import { orderReady } from './documents.ts';
import { orderStaged } from './operations.ts';
import { stageOrder } from './stage-order.ts';

describe('stageOrder', () => {
  it.each(decisionsFrom('picked', 'not_fully_picked').filter(([state]) => state.status !== 'ready'))('from %o is %s', (state, answer) => {
    const decision = stageOrder(orderIn(state), ' Shelf 2 ');
    expect(decision.ok ? 'accepted' : decision.refusal).toBe(answer);
    if (decision.ok) expect(orderStaged.payload.parse(decision.value.payload)).toEqual(decision.value.payload);
  });

  it('asks for a staging location', () => {
    expect(stageOrder(orderIn({ status: 'picked' }), '  ')).toEqual({ ok: false, refusal: 'staging_location_missing' });
  });

  it.each([
    ['pickup', { status: 'picked' }, 1],
    ['ship', { status: 'picked' }, 0],
    ['pickup', { status: 'cancelled' }, 0],
  ] as const)('tells that a %s in %o is ready: %i', (kind, state, times) => {
    const order = { ...orderIn(state), kind };
    const effects = applyTo(order, { type: 'order_staged', payload: { fulfillmentOrderId: order.id, stagingLocation: 'Shelf 2' } });
    expect(orderReady.in(effects)).toHaveLength(times);
  });

  it('puts a ready order somewhere else, and not again where it is', () => {
    const ready = orderIn({ status: 'ready', stagingLocation: 'Shelf 1', at: AT });
    expect(stageOrder(ready, 'Shelf 2')).toMatchObject({ ok: true, value: { payload: { stagingLocation: 'Shelf 2' } } });
    expect(stageOrder(ready, ' Shelf 1')).toEqual({ ok: false, refusal: 'already_at_place' });
    const effects = applyTo(ready, { type: 'order_staged', payload: { fulfillmentOrderId: ready.id, stagingLocation: 'Shelf 2' } });
    // The customer was told when it was ready, not when it was moved.
    expect(orderAfter(effects)?.state).toEqual({ status: 'ready', stagingLocation: 'Shelf 2', at: AT });
    expect(orderReady.in(effects)).toEqual([]);
  });
});
