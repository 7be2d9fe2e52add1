import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashSuggestions } from './cash-suggestions.ts';

describe('cash that a customer is likely to hand over', () => {
  it.each([
    [1234, 'USD', [1234, 1300, 1500, 2000, 5000]],
    [2000, 'USD', [2000, 5000, 10_000]],
    [4999, 'EUR', [4999, 5000, 6000, 10_000]],
    [1234, 'JPY', [1234, 1300, 1500, 2000, 5000]],
    [0, 'USD', [0]],
  ])('for %d minor units of %s', (total, currency, expected) => {
    expect(cashSuggestions(total, currency)).toEqual(expected);
  });

  it('always covers the total, and begins with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (total) => {
        const suggested = cashSuggestions(total, 'USD');
        expect(suggested[0]).toBe(total);
        expect(suggested.every((amount) => amount >= total)).toBe(true);
        expect(suggested.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
