import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currencyDecimals, isKnownCurrency } from './iso-4217.ts';

/** Read from beside the repository, where it is. */
const TABLE = new URL('../../../shared/data/iso4217-codes-all.csv', import.meta.url);

describe('[M3] ISO 4217', () => {
  it.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['HUF', 2],
    ['IDR', 2],
    ['COP', 2],
    ['CLF', 4],
    ['ISK', 0],
    ['MRU', 2],
  ])('%s has %d decimals', (code, decimals) => {
    expect(currencyDecimals(code)).toBe(decimals);
  });

  it.each(['QQQ', 'XAU', 'usd', '', 'DEM'])('has no currency %j', (code) => {
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
