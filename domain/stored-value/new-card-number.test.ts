import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newCardNumber } from './new-card-number.ts';
import { readCardNumber } from './stored-value.ts';

it.each([
  [0, '9000000000000001'],
  [9, '9999999999999995'],
])('a number of the digit %i', (digit, number) => {
  expect(newCardNumber(() => digit)).toBe(number);
});

it('is a number that a till reads, and is found wrong when two digits have changed places', () => {
  const luhn = (number: string) =>
    [...number]
      .reverse()
      .reduce((sum, digit, index) => sum + (index % 2 === 0 ? Number(digit) : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0)), 0) %
    10;
  const digits = fc.array(fc.nat(9), { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(digits, fc.nat(13), (given, at) => {
      const left = [...given];
      const number = newCardNumber(() => left.shift() ?? 0);
      expect([readCardNumber(number), luhn(number)]).toEqual([number, 0]);
      const [a = '', b = ''] = [number[at], number[at + 1]];
      const swapped = number.slice(0, at) + b + a + number.slice(at + 2);
      // The one pair that the check digit cannot tell.
      const isBlind = a === b || [a, b].sort().join('') === '09';
      expect(luhn(swapped) === 0).toBe(isBlind);
    }),
  );
});
