import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUNDING_MODES, roundRatio, type RoundingMode } from './round-ratio.ts';

describe('a rounded fraction', () => {
  it.each<[RoundingMode, number[]]>([
    ['half_up', [0, 1, 1, 1, 2]],
    ['half_down', [0, 0, 1, 1, 1]],
    ['half_even', [0, 0, 1, 1, 2]],
    ['up', [1, 1, 1, 1, 2]],
    ['down', [0, 0, 0, 1, 1]],
  ])('[M1] %s of 1/4, 2/4, 3/4, 4/4 and 6/4', (mode, expected) => {
    expect([1n, 2n, 3n, 4n, 6n].map((numerator) => Number(roundRatio(numerator, 4n, mode)))).toEqual(expected);
  });

  it('[M1] of a negative amount is the mirror of the positive one, in every mode', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (numerator, denominator) => {
        for (const mode of ROUNDING_MODES) {
          expect(roundRatio(-numerator, denominator, mode)).toBe(-roundRatio(numerator, denominator, mode));
          expect(roundRatio(numerator, -denominator, mode)).toBe(-roundRatio(numerator, denominator, mode));
        }
      }),
    );
  });

  it('cannot have zero below', () => {
    expect(() => roundRatio(1n, 0n)).toThrow('Division by zero.');
  });
});
