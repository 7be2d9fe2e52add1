import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickAmounts } from './quick-amounts.ts';

describe('cash that a customer is likely to hand over', () => {
  it.each([
    [1234, 'USD', [1234, 1300, 1500, 2000, 5000]],
    [2000, 'USD', [2000, 5000, 10_000]],
    [4999, 'EUR', [4999, 5000, 6000, 10_000]],
    [1234, 'JPY', [1234, 1300, 1500, 2000, 5000]],
    [0, 'USD', [0]],
    [1235, 'GBP', [1235, 1300, 1400, 1500, 2000]],
    [19_900, 'SEK', [19_900, 20_000, 50_000]],
    [123_000, 'HUF', [123_000, 125_000, 130_000, 140_000, 150_000]],
    [1960, 'KWD', [1960, 2000, 5000, 10_000, 20_000]],
  ])('for %d minor units of %s', (total, currency, expected) => {
    expect(quickAmounts(total, currency)).toEqual(expected);
  });

  it('always covers the total, and begins with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (total) => {
        const suggested = quickAmounts(total, 'USD');
        expect(suggested[0]).toBe(total);
        expect(suggested.every((amount) => amount >= total)).toBe(true);
        expect(suggested.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
