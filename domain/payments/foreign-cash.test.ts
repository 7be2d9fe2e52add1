import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNotes, exchangeRate, worthOf } from './foreign-cash.ts';

describe('what foreign notes are worth', () => {
  it.each([
    ['EUR', '1.0850', 2000, 'USD', 2170],
    ['EUR', '1', 2000, 'USD', 2000],
    ['JPY', '0.0067', 10_000, 'USD', 6700],
    ['USD', '150.25', 2000, 'JPY', 3005],
    ['KWD', '3.25', 1500, 'USD', 488],
    ['IDR', '0.000063', 10_000_000, 'USD', 630],
    ['USD', '0.3075', 1, 'KWD', 3],
    ['EUR', '1.005', 100, 'USD', 101],
  ])('%s at %s, %d minor units, in %s is %d', (currency, rate, givenMinor, inCurrency, worth) => {
    expect(worthOf({ currency, rate, givenMinor }, inCurrency)).toBe(worth);
  });

  it('[M1] is never off by more than half a minor unit, and grows with the notes', () => {
    const rates = fc.integer({ min: 1, max: 2_000_000 }).map((thousandths) => String(thousandths / 1000));
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 10_000_000 }), (rate, givenMinor) => {
        const worth = worthOf({ currency: 'EUR', rate, givenMinor }, 'USD') ?? Number.NaN;
        expect(Math.abs(worth * 1000 - Math.round(Number(rate) * 1000) * givenMinor)).toBeLessThanOrEqual(500);
        expect(worthOf({ currency: 'EUR', rate, givenMinor: givenMinor + 1 }, 'USD')).toBeGreaterThanOrEqual(worth);
      }),
    );
  });

  it('[M1] one that no amount can hold is none', () => {
    expect(worthOf({ currency: 'EUR', rate: '999999999', givenMinor: Number.MAX_SAFE_INTEGER }, 'USD')).toBeNull();
  });
});

it.each(['0', '0.000', '', '-1', '1,5', '1e3', '1.', '.5', 'x'])('%j is no rate', (written) => {
  expect(exchangeRate.safeParse(written).success).toBe(false);
});

it('a second handful of a currency is added to the first, at the rate of the first', () => {
  const euros = { currency: 'EUR', rate: '1.25', givenMinor: 2_000 };
  const yen = { currency: 'JPY', rate: '0.0067', givenMinor: 1_000 };
  expect(addNotes([euros], yen)).toEqual([euros, yen]);
  expect(addNotes([euros, yen], { ...euros, rate: '1.30', givenMinor: 500 })).toEqual([{ ...euros, givenMinor: 2_500 }, yen]);
});
