import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { rejectableLines, rejectedGoods } from './rejected-goods.ts';

const order = fulfillmentOrderOf({
  lines: [
    fulfillmentLineOf({ quantity: 3, picked: 1, totalMinor: 1_000, taxMinor: 0 }),
    fulfillmentLineOf({ lineNo: 2, sku: 'B', name: 'Article B', quantity: 2, short: 1, totalMinor: 501, taxMinor: 0 }),
    fulfillmentLineOf({ lineNo: 3, sku: 'C', quantity: 1, picked: 1, totalMinor: 70, taxMinor: 0 }),
  ],
  state: { status: 'picking', waveId: 'W' },
});

describe('what a reject gives back', () => {
  it('is all that is reserved, with what was paid for it, and names what is picked', () => {
    // Of the second line one unit went elsewhere before, with its half of 5.01, rounded.
    expect(rejectedGoods(order, [])).toMatchObject({ units: 5, picked: 2, amountMinor: 1_000 + 251 + 70 });
  });

  it('is what is still to pick of single lines', () => {
    expect(rejectedGoods(order, [1])).toEqual({
      units: 2,
      picked: 0,
      amountMinor: 667,
      lines: [{ lineNo: 1, sku: 'A', name: 'Article A', units: 2 }],
    });
    expect(rejectableLines(order).map((line) => line.lineNo)).toEqual([1, 2]);
  });
});
