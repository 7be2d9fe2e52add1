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

  it.each([
    // As typed, whether another carrier's; what is recorded.
    ['1z out9 0503 0000 0014', false, { trackingNumber: '1ZOUT9050300000014', carrier: 'ups' }],
    ['420100019405599900011100000016', false, { trackingNumber: '9405599900011100000016', carrier: 'usps' }],
    ['1ZOUT9050300000015', false, 'tracking_number_wrong'],
    ['1ZOUT9050300000015', true, 'tracking_number_wrong'],
    ['796100040025', false, 'tracking_number_wrong'],
    ['796100040025', true, { trackingNumber: '796100040025', carrier: null }],
    [' Own van, 3 pm ', false, { trackingNumber: 'Own van, 3 pm', carrier: null }],
  ] as const)('takes %o (of another carrier: %o) as %o', (entered, isOtherCarriers, recorded) => {
    const decision = shipOrder(orderIn({ status: 'packed' }), entered, isOtherCarriers);
    if (typeof recorded === 'string') expect(decision).toEqual({ ok: false, refusal: recorded });
    else expect(decision).toMatchObject({ ok: true, value: { payload: recorded } });
  });
});
