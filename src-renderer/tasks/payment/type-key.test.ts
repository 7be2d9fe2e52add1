import { expect, it } from 'vitest';
import { typeKey } from './type-key.ts';

const typed = (keys: readonly string[], point: string | null) => keys.reduce((text, key) => typeKey(text, key, point), '');

it.each([
  [['1', '2', '.', '5', '0'], '.', '12.50'],
  [['.', '5'], '.', '0.5'],
  [['1', '.', '.', '5'], '.', '1.5'],
  [['0', '0', '7'], '.', '7'],
  [['00', '5'], '.', '5'],
  [['5', '00', ',', '2'], ',', '500,2'],
  [['5', '00'], null, '500'],
  [Array<string>(20).fill('9'), '.', '9999999999999'],
])('keys %j with the decimal sign %s give %s', (keys, point, text) => {
  expect(typed(keys, point)).toBe(text);
});
