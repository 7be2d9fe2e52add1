import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, priceText, readPriceText } from './decimal-text.ts';

it.each([
  ['USD', 1_250, '12.50 USD'],
  ['JPY', 120, '120 JPY'],
  ['KWD', 5, '0.005 KWD'],
  ['EUR', 0, '0.00 EUR'],
])('an amount in %s is told as text: %d is %s', (currency, minor, text) => {
  expect(amountText(minor, currency)).toBe(text);
});

describe('prices as decimal text', () => {
  it.each([
    ['USD', '2.55', 255_000],
    ['GBP', '0.001', 100],
    ['JPY', '120', 120_000],
    ['KWD', '1.250', 1_250_000],
    ['JPY', '120.5', 120_500],
    ['USD', '0.00', 0],
  ])('%s %s', (currency, text, price) => {
    expect(readPriceText(text, currency)).toBe(price);
    expect(priceText(price, currency)).toBe(text);
  });

  it.each([
    ['USD', '2.555555'],
    ['JPY', '1.0001'],
    ['USD', '-1'],
    ['USD', '1,50'],
    ['USD', ''],
    ['USD', '.5'],
    ['USD', '1e3'],
    ['USD', '999999999999.99999'],
  ])('%s %s is none', (currency, text) => {
    expect(readPriceText(text, currency)).toBeNull();
  });

  it('[M1] is read as what was written, in every currency', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.constantFrom('USD', 'JPY', 'KWD', 'CLF'), (price, currency) => {
        expect(readPriceText(priceText(price, currency), currency)).toBe(price);
      }),
    );
  });
});
