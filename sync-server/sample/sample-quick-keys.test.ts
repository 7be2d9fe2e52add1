import { expect, it } from 'vitest';
import { quickKeys } from '../../domain/sale/settings.ts';
import { sampleQuickKeys } from './sample-quick-keys.ts';

it('the sample has pages of quick keys for the departments that it sells', () => {
  const products = Array.from({ length: 40 }, (_, index) => ({ sku: String(index), category: index % 2 === 0 ? 'Drinks' : 'Garden' }));
  const pages = sampleQuickKeys(products);
  expect(pages.map(({ name, skus }) => [name, skus.length])).toEqual([
    ['Counter', 12],
    ['Drinks', 12],
  ]);
  expect(pages[1]?.skus.every((sku) => Number(sku) % 2 === 0)).toBe(true);
  expect(quickKeys.schema.safeParse({ pages }).success).toBe(true);
  expect(sampleQuickKeys([])).toEqual([]);
});
