import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { NOTHING_STAYS, notTakenOf, setStaying, staying, stayingOf } from './not-taken.ts';

const line = fulfillmentLineOf({ quantity: 3, picked: 3, totalMinor: 1000, taxMinor: 100 });
const order = fulfillmentOrderOf({ lines: [line, fulfillmentLineOf({ lineNo: 2, sku: 'B', quantity: 1, picked: 1 })] });

describe('what a customer does not take', () => {
  it('is never more than is in the bag, whatever the reasons', () => {
    const broken = setStaying(NOTHING_STAYS, line, 'damaged', 2);
    const both = setStaying(broken, line, 'refused', 9);
    expect([staying(both, line, 'refused'), staying(both, line, 'damaged')]).toEqual([1, 2]);
    expect(staying(setStaying(both, line, 'refused', -1), line, 'refused')).toBe(0);
    expect(staying(setStaying(both, line, 'damaged', 1), line, 'damaged')).toBe(1);
  });

  it('[M1] carries its share of what was paid, to the cent', () => {
    const stays = setStaying(setStaying(NOTHING_STAYS, line, 'refused', 1), line, 'damaged', 1);
    // 333 for the unit that is taken, 334 and 333 for the others.
    expect(stayingOf(order, stays).map(({ reason, quantity, amountMinor }) => [reason, quantity, amountMinor])).toEqual([
      ['refused', 1, 334],
      ['damaged', 1, 333],
    ]);
    expect(notTakenOf(order, stays)).toEqual([
      { lineNo: 1, reason: 'refused', quantity: 1 },
      { lineNo: 1, reason: 'damaged', quantity: 1 },
    ]);
    expect(notTakenOf(order, NOTHING_STAYS)).toEqual([]);
  });

  it('leaves out what was picked less of meanwhile', () => {
    const stays = setStaying(NOTHING_STAYS, line, 'refused', 3);
    expect(stayingOf({ ...order, lines: [{ ...line, picked: 1, short: 2 }] }, stays)).toEqual([]);
  });
});
