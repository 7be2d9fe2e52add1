import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { decisionsFrom, orderIn } from '../../test/support/fulfillment.ts';
import { orderPacked } from './operations.ts';
import { packOrder } from './pack-order.ts';

describe('packOrder', () => {
  it.each(decisionsFrom('picked', 'not_fully_picked'))('from %o is %s', (state, answer) => {
    const decision = packOrder(orderIn(state));
    expect(decision.ok ? 'accepted' : decision.refusal).toBe(answer);
    if (decision.ok) expect(orderPacked.payload.parse(decision.value.payload)).toEqual(decision.value.payload);
  });

  const picked = fulfillmentOrderOf({
    lines: [fulfillmentLineOf({ quantity: 3, picked: 2, short: 1 }), fulfillmentLineOf({ lineNo: 2, sku: 'B', picked: 1 })],
    state: { status: 'picked' },
  });
  const parcel = (id: string, ...lines: { lineNo: number; sku: string; quantity: number }[]) => ({
    id,
    box: null,
    weightGrams: null,
    lines,
  });
  const [a, b] = [
    { lineNo: 1, sku: 'A', quantity: 1 },
    { lineNo: 2, sku: 'B', quantity: 1 },
  ];
  const refusalOf = (...parcels: ReturnType<typeof parcel>[]) => {
    const decision = packOrder(picked, { parcels });
    return decision.ok ? decision.value.payload.parcels.length : decision.refusal;
  };

  it('takes parcels that hold what is picked, all of it and nothing else', () => {
    expect(refusalOf(parcel('P1', { ...a, quantity: 2 }, b))).toBe(1);
    expect(refusalOf(parcel('P1', a), parcel('P2', a, b))).toBe(2);
    expect(refusalOf(parcel('P1', a, b))).toBe('not_what_is_picked');
    expect(refusalOf(parcel('P1', { ...a, quantity: 3 }, b))).toBe('not_what_is_picked');
    expect(refusalOf(parcel('P1', { ...a, quantity: 2 }, b, { lineNo: 3, sku: 'C', quantity: 1 }))).toBe('not_what_is_picked');
  });
});
