import { describe, expect, it } from 'vitest';
import { ONE_STAYS, READY, swapped } from '../../test/support/pickup-exchanges.ts';
import type { FulfillmentOrder } from '../fulfillment/fulfillment-order.ts';
import { settleStaying } from './settle-staying.ts';

const BOTH = [...ONE_STAYS, { lineNo: 2, reason: 'damaged', quantity: 1 }] as const;
const order: FulfillmentOrder = { ...READY, lines: READY.lines.map((line) => ({ ...line, toRefund: 1 })) };

function settle(takenMinor: number, isOwed = true, on: FulfillmentOrder = order) {
  const { back } = swapped(BOTH, takenMinor, 20_000);
  if (back === null) throw new Error('Something stays.');
  const { lines, over } = settleStaying(on, back, isOwed);
  return { settled: lines.map((line) => line.settled ?? null), over: [...over] };
}

describe('settleStaying', () => {
  // 33.33 and 25.00 stay.
  it.each([
    ['all of it', 20_000, 3_333, 2_500],
    ['all of one line and a part of the next', 4_000, 3_333, 667],
    ['a part of one line', 1_000, 1_000, 0],
  ])('[M1] notes by line what paid for other goods: %s', (_what, takenMinor, first, second) => {
    expect(settle(takenMinor)).toEqual({
      settled: [
        { quantity: 1, amountMinor: first },
        { quantity: 1, amountMinor: second },
      ],
      over: [
        [1, 0],
        [2, 0],
      ],
    });
  });

  it('[J5] leaves the order as it is where the money is spoken for, and counts the units', () => {
    expect(settle(4_000, false)).toEqual({
      settled: [null, null],
      over: [
        [1, 1],
        [2, 1],
      ],
    });
  });

  it('[J5] counts units of which fewer stayed', () => {
    const one = { ...order, lines: order.lines.map(({ toRefund: _, ...line }, index) => (index === 0 ? line : { ...line, toRefund: 1 })) };
    expect(settle(4_000, true, one).over).toEqual([
      [1, 1],
      [2, 0],
    ]);
  });
});
