import { describe, expect, it } from 'vitest';
import { AT } from '../../test/support/examples.ts';
import { applyTo, decisionsFrom, exceptionsIn, orderAfter, orderIn } from '../../test/support/fulfillment.ts';
import { extendPickup } from './extend-pickup.ts';
import type { FulfillmentState } from './fulfillment-order.ts';
import { pickupExtended } from './operations.ts';

const NOW = Date.parse('2026-03-05T08:00:00.000Z');
const pickupIn = (state: FulfillmentState) => ({ ...orderIn(state), kind: 'pickup' as const });
const ready = pickupIn({ status: 'ready', stagingLocation: 'P3', at: AT });
const extend = (order: ReturnType<typeof pickupIn>, until: string) =>
  applyTo(order, { type: 'pickup_extended', payload: { fulfillmentOrderId: order.id, until, reason: 'customer_asked' } });

describe('extendPickup', () => {
  it.each(decisionsFrom('ready', 'not_ready'))('from %o is %s', (state, answer) => {
    const decision = extendPickup(pickupIn(state), 7, 'customer_asked', NOW);
    expect(decision.ok ? 'accepted' : decision.refusal).toBe(answer);
    if (decision.ok) expect(pickupExtended.payload.parse(decision.value.payload)).toEqual(decision.value.payload);
  });

  it('counts the days from now', () => {
    expect(extendPickup(ready, 7, 'other', NOW)).toMatchObject({ value: { payload: { until: '2026-03-12T08:00:00.000Z' } } });
  });

  it.each([0, -1, 1.5, 61, Number.NaN])('refuses %s days', (days) => {
    expect(extendPickup(ready, days, 'other', NOW)).toEqual({ ok: false, refusal: 'quantity_not_valid' });
  });

  it('is of pickups alone', () => {
    expect(extendPickup({ ...ready, kind: 'ship' }, 7, 'other', NOW)).toEqual({ ok: false, refusal: 'not_ready' });
  });
});

describe('a pickup that is kept for longer', () => {
  it('waits until the later of what two registers said', () => {
    const first = orderAfter(extend(ready, '2026-03-12T08:00:00.000Z'));
    expect(first).toMatchObject({ keepUntil: '2026-03-12T08:00:00.000Z', state: ready.state });
    expect(first && orderAfter(extend({ ...ready, ...first, kind: 'pickup' }, '2026-03-09T08:00:00.000Z'))?.keepUntil).toBe(
      '2026-03-12T08:00:00.000Z',
    );
  });

  it('[J5] has ended where the server had ended it before, and somebody is told', () => {
    const expired = pickupIn({ status: 'expired', putBack: { stagingLocation: 'P3' }, at: AT });
    const effects = extend(expired, '2026-03-12T08:00:00.000Z');
    expect(orderAfter(effects)).toBeUndefined();
    expect(exceptionsIn(effects)).toEqual(['picked_after_end']);
  });

  it('needs nothing more once it is with its customer', () => {
    expect(extend(pickupIn({ status: 'handed_over', at: AT }), '2026-03-12T08:00:00.000Z')).toEqual([]);
  });
});
