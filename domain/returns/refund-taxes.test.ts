import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portionOf } from '../base/money.ts';
import { refundTaxes } from './refund-taxes.ts';

const lineOf = (quantity: number, totalMinor: number, amounts: readonly number[], returned = 0) => ({
  quantity,
  returned,
  totalMinor,
  taxMinor: amounts.reduce((sum, amount) => sum + amount, 0),
  taxes: amounts.map((amountMinor) => ({ amountMinor })),
});

describe('the taxes of a refund', () => {
  it.each([
    ['a share of each', lineOf(3, 3600, [300, 301]), 1, [100, 100]],
    ['what is left', lineOf(3, 3600, [300, 301], 1), 2, [200, 201]],
    ['of units that cost a minor unit, never more than the refund', lineOf(3, 3, [1, 1]), 1, [1, 0]],
    ['of a unit that cost nothing', lineOf(3, 0, [0, 0]), 1, [0, 0]],
    ['their sum, where that alone is known', { ...lineOf(2, 1000, []), taxMinor: 101 }, 1, [51]],
  ])('[J9] are %s', (_what, line, quantity, expected) => {
    expect(refundTaxes(line, quantity)).toEqual(expected);
  });

  it('[J9] add up to what was paid in any steps, are never negative, and never more than the refund', () => {
    const amounts = fc.array(fc.oneof(fc.nat(5), fc.nat(5000)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        amounts,
        fc.oneof(fc.nat(10), fc.nat(10_000)),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (taxes, net, steps) => {
          const quantity = steps.reduce((a, b) => a + b, 0);
          const line = lineOf(quantity, net + taxes.reduce((a, b) => a + b, 0), taxes);
          const back = taxes.map(() => 0);
          let returned = 0;
          for (const step of steps) {
            const given = refundTaxes({ ...line, returned }, step);
            const refund = portionOf(line.totalMinor, quantity, returned, step);
            expect(given.every((amount) => amount >= 0)).toBe(true);
            expect(given.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(refund);
            given.forEach((amount, index) => (back[index] = (back[index] ?? 0) + amount));
            returned += step;
          }
          expect(back).toEqual(taxes);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
