import { expect, it } from 'vitest';
import { carriedMinor } from './denominations.ts';

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
