import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestRemainder } from './largest-remainder.ts';
import { roundRatio, ROUNDING_MODES } from './round-ratio.ts';

describe('largest remainder', () => {
  it.each<[bigint, bigint[], bigint[]]>([
    [241n, [93_897n, 33_637n, 113_511n], [94n, 34n, 113n]],
    [45n, Array.from({ length: 7 }, () => 6477n), [7n, 7n, 7n, 6n, 6n, 6n, 6n]],
    [0n, [0n, 0n], [0n, 0n]],
    [-2n, [-500n, -500n, -1000n], [-1n, 0n, -1n]],
  ])('[M1] %s over %s', (total, thousandths, expected) => {
    expect(largestRemainder(total, thousandths, 1000n)).toEqual(expected);
  });

  it('[M1] adds up to the total, and no part is a whole unit from its exact share, whatever the signs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { minLength: 1, maxLength: 20 }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.constantFrom(...ROUNDING_MODES),
        (numerators, denominator, mode) => {
          const total = roundRatio(
            numerators.reduce((a, b) => a + b, 0n),
            denominator,
            mode,
          );
          const shares = largestRemainder(total, numerators, denominator);
          expect(shares.reduce((a, b) => a + b, 0n)).toBe(total);
          shares.forEach((share, index) => {
            const off = share * denominator - (numerators[index] ?? 0n);
            expect(off < 0n ? -off <= denominator : off <= denominator).toBe(true);
          });
        },
      ),
    );
  });
});
