import { expect, it } from 'vitest';
import { decimalsOf, decimalText, differs, scaled } from './decimal.ts';

it.each([
  ['19.79', 2, 1979],
  ['-0.30', 2, -30],
  ['5', 0, 5],
  ['1.500', 1, 15],
  ['-0', 2, 0],
])('%s is read exactly', (text, decimals, value) => {
  expect(scaled(text, decimals, 'x')).toBe(value);
});

it('a text that is too fine or too large is refused with its field', () => {
  expect(() => scaled('0.005', 2, 'total')).toThrow('total: 0.005 has more than 2 decimals.');
  expect(() => scaled('99999999999999999', 2, 'total')).toThrow('total: 99999999999999999 is too large.');
});

it('is written as it is read', () => {
  expect([decimalText(-5, 2), decimalText(1979, 2), decimalText(7, 0)]).toEqual(['-0.05', '19.79', '7']);
  expect([decimalsOf('1.230'), decimalsOf('1')]).toEqual([2, 0]);
  expect(differs('net', '0', 0, 2)).toEqual([]);
  expect(differs('net', undefined, 3, 2)).toEqual([]);
});
