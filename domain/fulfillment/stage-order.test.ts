import { describe, expect, it } from 'vitest';
import { decisionsFrom, orderIn } from '../../test/support/fulfillment.ts';
import { orderStaged } from './operations.ts';
import { stageOrder } from './stage-order.ts';

describe('stageOrder', () => {
  it.each(decisionsFrom('picked', 'not_fully_picked'))('from %o is %s', (state, answer) => {
    const decision = stageOrder(orderIn(state), ' Shelf 2 ');
    expect(decision.ok ? 'accepted' : decision.refusal).toBe(answer);
    if (decision.ok) expect(orderStaged.payload.parse(decision.value.payload)).toEqual(decision.value.payload);
  });

  it('asks for a staging location', () => {
    expect(stageOrder(orderIn({ status: 'picked' }), '  ')).toEqual({ ok: false, refusal: 'staging_location_missing' });
  });
});
