import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.ts';

describe('shares by highest averages', () => {
  it.each([
    [0, [1, 1], [0, 0]],
    [1, [1, 1], [1, 0]],
    [2, [1, 1], [1, 1]],
    [3, [6, 3, 0], [2, 1, 0]],
    [5, [0, 0], [0, 0]],
    [1_000_000_000_001, [1_000_000_000_000, 1], [1_000_000_000_000, 1]],
  ])('[M1] of %d over %j', (total, weights, expected) => {
    expect(apportion(total, weights)).toEqual(expected);
  });

  it('[M1] add up, never shrink when the total grows, and are the weights themselves in the end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 6 }), (weights) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        let before = weights.map(() => 0);
        for (let total = 0; total <= sum; total += 1) {
          const shares = apportion(total, weights);
          expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
          expect(shares.every((share, index) => share >= (before[index] ?? 0))).toBe(true);
          before = shares;
        }
        expect(before).toEqual(weights);
      }),
    );
  });
});
