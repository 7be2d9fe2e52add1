import { expect, it } from 'vitest';
import { goodsMatcher, goodsSelector } from './goods-selector.ts';

it.each([
  [{ skus: ['A'] }, [true, false, false]],
  [{ categories: ['Tops'] }, [false, true, false]],
  [{ brands: ['Acme'] }, [false, false, true]],
  [{ skus: ['A'], brands: ['Acme'] }, [true, false, true]],
  [{}, [false, false, false]],
])('%j selects by SKU, category or brand', (given, expected) => {
  const matches = goodsMatcher(goodsSelector.parse(given));
  const goods = [{ sku: 'A' }, { sku: 'B', category: 'Tops', brand: null }, { sku: 'C', category: null, brand: 'Acme' }];
  expect(goods.map(matches)).toEqual(expected);
});
