import { expect, it } from 'vitest';
import { priceTag } from './price-tag.ts';

it('says the price of a piece, and of a kilogram where goods are weighed', () => {
  expect(priceTag({ soldBy: 'piece' }, 399_000, 'USD')).toBe('$3.99');
  // The words keep the price apart from the text around it.
  expect(priceTag({ soldBy: 'kg' }, 399_000, 'USD').replace(/[\u2066-\u2069]/g, '')).toBe('$3.99 per kg');
});
