import { describe, expect, it } from 'vitest';
import { VatKeys } from './vat-keys.ts';

describe('the keys of tax rates', () => {
  it('are those of the standard for German rates, and one of its own for each other rate', () => {
    const keys = new VatKeys();
    expect([190_000, 70_000, 0, 200_000, 55_000, 200_000].map((rate) => keys.keyOf(rate))).toEqual([1, 2, 6, 1_000, 1_001, 1_000]);
    expect(keys.all().filter(({ key }) => key >= 1_000)).toEqual([
      { key: 1_000, ratePpm: 200_000, meaning: 'Eigener Steuersatz' },
      { key: 1_001, ratePpm: 55_000, meaning: 'Eigener Steuersatz' },
    ]);
  });
});
