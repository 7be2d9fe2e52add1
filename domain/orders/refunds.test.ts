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

  it.each([
    ['handed_over', 1, 0, [{ quantity: 1, totalMinor: 200, taxMinor: 20, reason: 'cheaper_substitute' }]],
    ['picking', 1, 0, []],
    ['cancelled', 0, 1, [{ quantity: 1, totalMinor: 500, taxMinor: 50 }]],
  ] as const)(
    '[M1] of an order that is %s owes what a substitute costs less, or all that was paid where it was not taken',
    (status, picked, toRefund, owed) => {
      const at = '2026-01-31T12:00:00.000Z';
      const other = fulfillmentLineOf({
        ...{ lineNo: 10_001, sku: 'B', quantity: 1, picked, short: toRefund, totalMinor: 300, taxMinor: 30 },
        ...(toRefund > 0 && { toRefund }),
        insteadOf: { lineNo: 1, totalMinor: 500, taxMinor: 50, writtenOff: 0 },
      });
      const state = status === 'picking' ? ({ status, waveId: 'W' } as const) : ({ status, at } as const);
      const order = fulfillmentOrderOf({ id: 'F1', lines: [fulfillmentLineOf({ quantity: 1, short: 1 }), other], state });
      expect(refundsOf([order])).toEqual(owed.map((one) => ({ fulfillmentOrderId: 'F1', lineNo: 10_001, sku: 'B', ...one })));
    },
  );

  it('owes nothing for units that the pool sends from elsewhere', () => {
    expect(refundsOf([fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, picked: 1, short: 2 })] })])).toEqual([]);
  });
});
