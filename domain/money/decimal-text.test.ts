import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceText, readPriceText } from './decimal-text.ts';
import { currencyDecimals, isKnownCurrency } from './iso-4217.ts';

const TABLE = new URL('../../../shared/data/iso4217-codes-all.csv', import.meta.url);

describe('[M3] ISO 4217', () => {
  it.each([['USD', 2], ['JPY', 0], ['KWD', 3], ['HUF', 2], ['IDR', 2], ['COP', 2], ['CLF', 4], ['ISK', 0], ['MRU', 2]])('%s has %d decimals', (code, decimals) => {
    expect(currencyDecimals(code)).toBe(decimals);
  });

  it.each(['QQQ', 'XAU', 'XXX', 'usd', '', 'DEM'])('has no currency %j', (code) => {
    expect(isKnownCurrency(code)).toBe(false);
    expect(() => currencyDecimals(code)).toThrow(RangeError);
  });

  it.skipIf(!existsSync(TABLE))('agrees with the published table (skipped where that is absent)', () => {
    for (const row of readFileSync(TABLE, 'utf8').split('\n').slice(1)) {
      const [code, , unit, withdrawn] = row.trim().split(',').slice(-4);
      if (code === undefined || withdrawn !== '' || code === '') continue;
      expect([code, isKnownCurrency(code) ? String(currencyDecimals(code)) : '-']).toEqual([code, unit]);
    }
  });
});

describe('prices as decimal text', () => {
  it.each([['USD', '2.55', 255_000], ['GBP', '0.001', 100], ['JPY', '120', 120_000], ['KWD', '1.250', 1_250_000], ['JPY', '120.5', 120_500], ['USD', '0.00', 0]])('%s %s', (currency, text, price) => {
    expect(readPriceText(text, currency)).toBe(price);
    expect(priceText(price, currency)).toBe(text);
  });

  it.each([['USD', '2.555555'], ['JPY', '1.0001'], ['USD', '-1'], ['USD', '1,50'], ['USD', ''], ['USD', '.5'], ['USD', '1e3'], ['USD', '999999999999.99999']])('%s %s is none', (currency, text) => {
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
