import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import { resolveItem } from './resolve-item.ts';

const orders = [fulfillmentOrderOf({ lines: [fulfillmentLineOf({ sku: 'MUG-1', gtin: '04006381333931' })] })];
const known: Product = {
  sku: 'PEN-1',
  gtin: '00036000291452',
  name: 'Pen',
  brand: '',
  category: '',
  size: '',
  unitPrice: 1,
  taxClass: 'standard',
  minimumAge: null,
  soldBy: 'piece',
  tareGrams: 0,
};
const catalog = { lookup: (code: string) => (code === '036000291452' || code === 'PEN-1' ? known : undefined) };

describe('resolveItem', () => {
  it.each([
    ['4006381333931', 'MUG-1'],
    ['04006381333931', 'MUG-1'],
    [' mug-1 ', 'MUG-1'],
    ['036000291452', 'PEN-1'],
    ['PEN-1', 'PEN-1'],
  ])('%j is %s', (code, sku) => {
    expect(resolveItem(orders, catalog, code)).toEqual({ ok: true, value: sku });
  });

  it.each([
    ['4006381333932', /check digit/],
    ['4006381333948', /4006381333948/],
    ['NOTHING', /NOTHING/],
  ])('%j is nothing, and says so', (code, sentence) => {
    const resolved = resolveItem(orders, catalog, code);
    expect(resolved.ok).toBe(false);
    if (!resolved.ok) expect(resolved.refusal).toMatch(sentence);
  });
});
