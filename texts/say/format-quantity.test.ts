import { expect, it } from 'vitest';
import { formatQuantity } from './format-quantity.ts';

it.each([
  [1236, 3, 'kg', '1.236 kg'],
  [500, 3, 'kg', '0.500 kg'],
  [12, 0, 'piece', '12'],
  [25, 1, 'm2', '2.5 m²'],
  [3, 0, 'hour', '3 h'],
] as const)('%i steps with %i decimals of %s are %s', (quantity, decimals, unit, text) => {
  expect(formatQuantity(quantity, decimals, unit)).toBe(text);
});
