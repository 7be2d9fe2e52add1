import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, lineTotal, multiplyDivideRound, portionOf } from './money.ts';
import { roundRatio } from './round-ratio.ts';

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('money', () => {
  it.each([
    [1005, 1, 10, 101],
    [-1005, 1, 10, -101],
    [1004, 1, 10, 100],
    [5, 1, 10, 1],
    [-5, 1, 10, -1],
    [-4, 1, 10, 0],
    [3_897_000_000, 80_995, 1000, 315_637_515_000],
  ])('[M1] %d × %d ÷ %d rounds half away from zero to %d', (a, b, divisor, expected) => {
    expect(multiplyDivideRound(a, b, divisor)).toBe(expected);
  });

  it('[M1] is the same for small numbers as for those that need BigInt', () => {
    const whole = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.maxSafeInteger());
    const divisor = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.maxSafeInteger()).filter((one) => one !== 0);
    fc.assert(
      fc.property(whole, whole, divisor, (a, b, by) => {
        const expected = Number(roundRatio(BigInt(a) * BigInt(b), BigInt(by)));
        fc.pre(Number.isSafeInteger(expected));
        expect(multiplyDivideRound(a, b, by)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('[M1] takes whole numbers only', () => {
    expect(() => multiplyDivideRound(1.5, 2, 1)).toThrow(RangeError);
    expect(() => multiplyDivideRound(3, 1, 1.5)).toThrow(RangeError);
  });

  it('[M1] is exact whether the numbers are small or large', () => {
    const whole = fc.oneof(fc.nat(1000), fc.maxSafeNat());
    fc.assert(
      fc.property(whole, whole, fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1 })), (a, b, divisor) => {
        const exact = (BigInt(a) * BigInt(b) * 2n + BigInt(divisor)) / (BigInt(divisor) * 2n);
        if (exact <= BigInt(Number.MAX_SAFE_INTEGER)) expect(multiplyDivideRound(a, b, divisor)).toBe(Number(exact));
        else expect(() => multiplyDivideRound(a, b, divisor)).toThrow(RangeError);
      }),
    );
    expect(() => multiplyDivideRound(1.5, 2, 1)).toThrow(RangeError);
  });

  it('[M1] allocates the same by plain numbers and by large ones', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 }), (total, weights) => {
        expect(allocate(total, weights)).toEqual(allocate(total, weights.map(BigInt)));
      }),
    );
    expect(() => allocate(10, [1.5, 1])).toThrow(RangeError);
  });

  it('[M1] refuses a result that no longer fits', () => {
    expect(() => multiplyDivideRound(Number.MAX_SAFE_INTEGER, 3, 1)).toThrow(RangeError);
    expect(() => multiplyDivideRound(1, 1, 0)).toThrow(RangeError);
  });

  it('[M1] a price with three decimals is rounded once for the line', () => {
    expect(lineTotal(100, 10)).toBe(1);
    expect(lineTotal(255_000, 3)).toBe(765);
    expect(lineTotal(500, 1)).toBe(1);
  });

  it('[M1] allocated parts add up to the whole and stay within one unit of their share', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 }), (total, weights) => {
        const parts = allocate(total, weights);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        const sum = weights.reduce((a, b) => a + b, 0);
        if (sum > 0) {
          parts.forEach((part, index) => {
            expect(Math.abs(part - (total * (weights[index] ?? 0)) / sum)).toBeLessThan(1 + 1e-6);
          });
        }
      }),
    );
  });

  it('[M1] allocation without weights takes only nothing, and no negative weight', () => {
    expect(allocate(0, [])).toEqual([]);
    expect(() => allocate(1, [])).toThrow(RangeError);
    expect(() => allocate(1, [1, -1])).toThrow(RangeError);
    expect(allocate(7, [0, 0])).toEqual([7, 0]);
  });

  it('[J9] portions taken in any steps add up to the stored amount', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }), (stored, steps) => {
        const quantity = steps.reduce((a, b) => a + b, 0);
        fc.pre(quantity > 0);
        let before = 0;
        let sum = 0;
        for (const step of steps) {
          sum += portionOf(stored, quantity, before, step);
          before += step;
        }
        expect(sum).toBe(stored);
        expect(() => portionOf(stored, quantity, before, 1)).toThrow(RangeError);
      }),
    );
  });
});
