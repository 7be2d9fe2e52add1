import { expect, it } from 'vitest';
import { stockKey } from './stock-key.ts';

it('tells every pair of location and SKU apart', () => {
  expect(new Set([stockKey('A', 'BC'), stockKey('AB', 'C'), stockKey('', 'ABC'), stockKey('ABC', '')]).size).toBe(4);
});
