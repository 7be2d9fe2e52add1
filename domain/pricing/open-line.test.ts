import { describe, expect, it } from 'vitest';
import { cartLineOf } from '../../test/support/examples.ts';
import { adjusted, openLines, takenOff } from './open-line.ts';

const off = { source: 'line_discount', sourceId: null, amountMinor: -30, reason: 'damaged', approvedBy: null } as const;

describe('a line on its way through pricing', () => {
  it('[M1] begins at its price times its quantity, and keeps what each step adds', () => {
    const open = openLines([cartLineOf({ quantity: 2 }), cartLineOf()]);
    expect(open.map((line) => [line.grossMinor, line.leftMinor])).toEqual([
      [200, 200],
      [100, 100],
    ]);
    const [first, second] = adjusted(adjusted(open, [[off], []]), [[off]]);
    expect(first).toMatchObject({ grossMinor: 200, leftMinor: 140, adjustments: [off, off] });
    expect(second).toBe(open[1]);
  });

  it.each([
    ['half a percent, rounded once', { basisPoints: 50 }, 100, 1],
    ['all', { basisPoints: 10_000 }, 99, 99],
    ['an amount', { amountMinor: 30 }, 99, 30],
    ['more than there is', { amountMinor: 100 }, 99, 99],
    ['of goods that come back', { amountMinor: -184 }, -1295, -184],
    ['never dearer', { amountMinor: -5 }, 99, 0],
  ])('a discount takes off %s', (_what, discount, left, expected) => {
    expect(takenOff(discount, left)).toBe(expected);
  });
});
