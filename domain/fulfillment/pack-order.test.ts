import { describe, expect, it } from 'vitest';
import { decisionsFrom, orderIn } from '../../test/support/fulfillment.ts';
import { orderPacked } from './operations.ts';
import { packOrder } from './pack-order.ts';

describe('packOrder', () => {
  it.each(decisionsFrom('picked', 'not_fully_picked'))('from %o is %s', (state, answer) => {
    const decision = packOrder(orderIn(state));
    expect(decision.ok ? 'accepted' : decision.refusal).toBe(answer);
    if (decision.ok) expect(orderPacked.payload.parse(decision.value.payload)).toEqual(decision.value.payload);
  });
});
