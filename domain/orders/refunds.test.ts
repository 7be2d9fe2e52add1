import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { refundsOf, shareOf } from './refunds.ts';

describe('refundsOf', () => {
  it('[M1] names the share of each line that was not taken, so that the parts add up to what was paid', () => {
    const line = fulfillmentLineOf({
      quantity: 3,
      picked: 1,
      short: 2,
      totalMinor: 1000,
      taxMinor: 100,
      refused: 1,
      damaged: 1,
      toRefund: 2,
    });
    // 333 of the unit that left, and 667 of the others.
    expect(refundsOf([fulfillmentOrderOf({ id: 'F1', lines: [line, fulfillmentLineOf({ lineNo: 2 })] })])).toEqual([
      { fulfillmentOrderId: 'F1', lineNo: 1, sku: 'A', quantity: 2, totalMinor: 667, taxMinor: 67 },
    ]);
    expect(shareOf(line, 0, 1)).toEqual({ totalMinor: 333, taxMinor: 33 });
  });

  it.each([
    [250, { totalMinor: 417, taxMinor: 42, settledMinor: 250 }],
    [667, { totalMinor: 0, taxMinor: 0, settledMinor: 667 }],
    // Two registers that were cut off cannot have settled more than there was.
    [900, { totalMinor: 0, taxMinor: 0, settledMinor: 667 }],
  ])('[M1] owes what is left of a share of which %i paid for other goods at the counter', (amountMinor, owed) => {
    const line = fulfillmentLineOf({
      ...{ quantity: 3, picked: 1, short: 2, totalMinor: 1000, taxMinor: 100 },
      ...{ refused: 2, toRefund: 2, settled: { quantity: 2, amountMinor } },
    });
    expect(refundsOf([fulfillmentOrderOf({ lines: [line] })])).toEqual([
      { fulfillmentOrderId: 'F1', lineNo: 1, sku: 'A', quantity: 2, ...owed },
    ]);
  });

  it('owes nothing for units that the pool sends from elsewhere', () => {
    expect(refundsOf([fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, picked: 1, short: 2 })] })])).toEqual([]);
  });
});
