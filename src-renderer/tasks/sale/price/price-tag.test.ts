import { expect, it } from 'vitest';
import { priceTag } from './price-tag.ts';

it('says the price of a piece, of a kilogram where goods are weighed, and that it is asked for', () => {
  expect(priceTag({ soldBy: 'piece' }, 399_000, 'USD')).toBe('$3.99');
  expect(priceTag({ soldBy: 'piece', terms: { openPrice: true } }, 0, 'USD')).toBe('Open price');
  // The words keep the price apart from the text around it.
  expect(priceTag({ soldBy: 'kg' }, 399_000, 'USD').replace(/[\u2066-\u2069]/g, '')).toBe('$3.99 per kg');
});
