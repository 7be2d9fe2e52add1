import { describe, expect, it } from 'vitest';
import { AT } from '../../test/support/examples.ts';
import { decisionsFrom, orderIn } from '../../test/support/fulfillment.ts';
import { orderHandedOver } from './operations.ts';
import { handOverOrder } from './hand-over-order.ts';

describe('handOverOrder', () => {
  it.each(decisionsFrom('ready', 'not_ready'))('from %o is %s', (state, answer) => {
    const decision = handOverOrder(orderIn(state), ' k7p2');
    expect(decision.ok ? 'accepted' : decision.refusal).toBe(answer);
    if (decision.ok) expect(orderHandedOver.payload.parse(decision.value.payload)).toEqual(decision.value.payload);
  });

  const ready = orderIn({ status: 'ready', stagingLocation: 'S', at: AT });

  it.each(['', 'K7P3', 'WEB-7', 'K7P2K7P2'])('refuses against %j', (code) => {
    expect(handOverOrder(ready, code)).toEqual({ ok: false, refusal: 'wrong_pickup_code' });
  });

  it('the code of one order does not open another, nor one without a code', () => {
    expect(handOverOrder({ ...ready, orderNumber: 'WEB-8' }, 'K7P2')).toEqual({ ok: false, refusal: 'wrong_pickup_code' });
    expect(handOverOrder({ ...ready, pickupCodeHash: null }, '')).toEqual({ ok: false, refusal: 'wrong_pickup_code' });
  });
});
