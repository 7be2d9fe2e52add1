import { describe, expect, it } from 'vitest';
import { cartLineOf, saleOf } from '../../../test/support/examples.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import { findOnReceipt } from './find-on-receipt.ts';
import { type Choices, lineKey, sourceOf } from './return-form.ts';

const tea: Product = {
  sku: 'TEA',
  gtin: '04006381333931',
  name: 'Tea',
  brand: '',
  category: '',
  size: '',
  unitPrice: 100_000,
  taxClass: 'standard',
  minimumAge: null,
  soldBy: 'piece',
  tareGrams: 0,
};
const catalog = {
  lookup: (code: string) => (code === 'TEA' ? tea : undefined),
  product: (sku: string) => (sku === 'TEA' ? tea : undefined),
};
const sale = saleOf([
  cartLineOf({ sku: 'A', name: 'Article A', gtin: '00000096385074', quantity: 2 }),
  cartLineOf({ sku: 'A', name: 'Article A', gtin: '00000096385074', quantity: 1, unitPrice: 5000 }),
]);
const found = { kind: 'sale', sale } as const;
const [first, second] = sourceOf(found).lines.map(lineKey) as [string, string];
const chosen = (...quantities: readonly [number, number]): Choices =>
  new Map([first, second].map((key, index) => [key, { quantity: quantities[index] ?? 0, disposition: 'restock' }]));

describe('a scan into a return', () => {
  it.each([
    ['96385074', chosen(0, 0), first],
    ['a', chosen(1, 0), first],
    ['0000096385074', chosen(2, 0), second],
  ])('%s finds the next unit that can come back', (code, choices, key) => {
    const result = findOnReceipt(found, choices, catalog, code);
    expect(result.kind === 'line' && lineKey(result.line)).toBe(key);
  });

  it('says that no more can come back', () => {
    expect(findOnReceipt(found, chosen(2, 1), catalog, '96385074')).toEqual({
      kind: 'refused',
      sentence: 'Article A (96385074): No more than 2 can come back: 2 were bought.',
    });
  });

  it('says that an article was not bought with it', () => {
    expect(findOnReceipt(found, chosen(0, 0), catalog, 'TEA')).toEqual({
      kind: 'refused',
      sentence: `Tea (TEA) is not on ${sale.receiptNumber}.`,
    });
  });

  it.each([['A1-000002'], ['WEB-77']])('%s may be the number of another receipt', (code) => {
    expect(findOnReceipt(found, chosen(0, 0), catalog, code)).toEqual({ kind: 'other' });
  });
});
