import { describe, expect, it } from 'vitest';
import { carriedMinor, countedPieces } from './denominations.ts';

it.each([
  ['USD', [100, 500, 1000, 2000, 5000, 10_000]],
  ['JPY', [100, 500, 1000, 5000, 10_000]],
  ['KWD', [250, 500, 1000, 5000, 10_000, 20_000]],
  ['HUF', [5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000]],
  ['XPF', [100, 500, 1000, 5000, 10_000]],
  ['TND', [1000, 5000, 10_000, 20_000, 50_000, 100_000]],
  ['QQQ', [100, 500, 1000, 2000, 5000, 10_000]],
])('[M3] people carry, in minor units of %s', (currency, expected) => {
  expect(carriedMinor(currency)).toEqual(expected);
});

describe('what a drawer is counted in', () => {
  it.each([
    ['USD', [10_000, 5_000, 2_000, 1_000, 500, 100], [25, 10, 5, 1]],
    ['EUR', [50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500], [200, 100, 50, 20, 10, 5, 2, 1]],
    ['JPY', [10_000, 5_000, 2_000, 1_000], [500, 100, 50, 10, 5, 1]],
    ['KWD', [20_000, 10_000, 5_000, 1_000, 500, 250], [100, 50, 20, 10, 5]],
  ])('%s has the notes %j and the coins %j', (currency, notes, coins) => {
    expect(countedPieces(currency)).toEqual({ notes, coins });
  });

  it('of a currency that nobody listed is something sensible', () => {
    expect(countedPieces('XTS')).toMatchObject({ coins: [100, 50, 10, 5, 1] });
  });
});
