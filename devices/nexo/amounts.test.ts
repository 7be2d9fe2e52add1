import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromNexoAmount, toNexoAmount } from './amounts.ts';

it.each([
  ['USD', 1099, 10.99],
  ['USD', 1, 0.01],
  ['USD', 2_999_999_999, 29_999_999.99],
  ['JPY', 1200, 1200],
  ['KWD', 1234, 1.234],
])('%s: %i minor units are %d', (currency, minor, amount) => {
  expect(toNexoAmount(minor, currency)).toBe(amount);
  expect(fromNexoAmount(amount, currency)).toBe(minor);
});

it.each([
  ['USD', 10.999],
  ['USD', -1],
  ['USD', Number.NaN],
  ['USD', 1e21],
  ['USD', 1e-7],
  ['JPY', 0.5],
])('%s: %d is no amount', (currency, amount) => {
  expect(fromNexoAmount(amount, currency)).toBeNull();
});

it('[M1] whatever is asked for is read back to the minor unit', () => {
  fc.assert(
    fc.property(fc.constantFrom('USD', 'JPY', 'KWD'), fc.integer({ min: 0, max: 100_000_000_000 }), (currency, minor) => {
      expect(fromNexoAmount(JSON.parse(JSON.stringify(toNexoAmount(minor, currency))) as number, currency)).toBe(minor);
    }),
  );
});
