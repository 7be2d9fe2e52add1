import { describe, expect, it } from 'vitest';
import { decisionsFrom, orderIn } from '../../test/support/fulfillment.ts';
import { orderShipped } from './operations.ts';
import { shipOrder } from './ship-order.ts';

describe('shipOrder', () => {
  it.each(decisionsFrom('packed', 'not_packed'))('from %o is %s', (state, answer) => {
    const decision = shipOrder(orderIn(state), ' 1Z ');
    expect(decision.ok ? 'accepted' : decision.refusal).toBe(answer);
    if (decision.ok) expect(orderShipped.payload.parse(decision.value.payload)).toEqual(decision.value.payload);
  });

  it('asks for a tracking number', () => {
    expect(shipOrder(orderIn({ status: 'packed' }), '  ')).toEqual({ ok: false, refusal: 'tracking_number_missing' });
  });
});
