import { expect, it } from 'vitest';
import { isKnownCurrency } from './iso-4217.ts';
import { currencyOfNumber } from './iso-4217-numbers.ts';

it('every number names a currency that there is, and no two the same', () => {
  const found = Array.from({ length: 1000 }, (_, number) => currencyOfNumber(String(number).padStart(3, '0'))).filter(
    (one) => one !== undefined,
  );
  expect(found.filter((code) => !isKnownCurrency(code))).toEqual([]);
  expect(new Set(found).size).toBe(found.length);
  expect(found.length).toBeGreaterThan(140);
});

it.each([
  ['978', 'EUR'],
  ['840', 'USD'],
  ['392', 'JPY'],
  ['414', 'KWD'],
  ['000', undefined],
])('%s is %s', (number, code) => {
  expect(currencyOfNumber(number)).toBe(code);
});
