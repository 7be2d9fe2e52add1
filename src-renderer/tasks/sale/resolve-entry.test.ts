import { describe, expect, it } from 'vitest';
import type { Product } from '../../../domain/catalog/product.ts';
import { resolveScan, resolveTyped } from './resolve-entry.ts';

const tea: Product = {
  sku: 'TEA-1',
  gtin: '04012345678901',
  name: 'Green tea',
  brand: '',
  category: '',
  size: '',
  unitPrice: 100_000,
  taxClass: 'standard',
};
const catalog = {
  lookup: (code: string) => (code === '4012345678901' || code === 'TEA-1' ? tea : undefined),
  search: (text: string) => (text !== '' && `${tea.name} ${tea.sku} ${tea.gtin}`.toLowerCase().includes(text.toLowerCase()) ? [tea] : []),
  searchForgiving: (text: string) => (text === 'gren' ? [tea] : []),
};

describe('what was scanned or typed', () => {
  it.each([['4012345678901'], [' 4012345678901 '], ['TEA-1']])('%j is a product by its code', (code) => {
    expect(resolveScan(catalog, code)).toEqual({ kind: 'product', product: tea });
    expect(resolveTyped(catalog, code)).toEqual({ kind: 'product', product: tea });
  });

  it('is the best that type-ahead finds when it was typed, not when it was scanned', () => {
    expect(resolveTyped(catalog, 'green')).toEqual({ kind: 'product', product: tea });
    expect(resolveScan(catalog, 'green').kind).toBe('unknown');
  });

  it.each([
    ['5901234123457', 'No product in the catalog has the code 5901234123457.'],
    ['5901234123458', 'The check digit of 5901234123458 is wrong. Scan it again, or compare it with the label.'],
    ['123', 'Nothing in the catalog has the code 123.'],
    ['ABC-9', 'Nothing in the catalog has the code ABC-9.'],
  ])('%s is unknown, and the sentence says why', (code, sentence) => {
    expect(resolveScan(catalog, code)).toEqual({ kind: 'unknown', sentence });
  });

  it.each([['4012'], ['40123456789'], ['A-1'], ['1'], ['4012 3456']])('%j sells nothing, though a product contains it', (code) => {
    expect(resolveTyped({ ...catalog, search: () => [tea] }, code)).toEqual({
      kind: 'unknown',
      sentence: expect.stringMatching(/Choose one of the products found with the arrow keys, or correct the number\.$/) as string,
    });
    expect(resolveScan(catalog, code).kind).toBe('unknown');
  });

  it('is the best that type-ahead finds for words with a number among them', () => {
    for (const words of ['green tea 20', '7up'])
      expect(resolveTyped({ ...catalog, search: () => [tea] }, words)).toEqual({ kind: 'product', product: tea });
  });

  it('is unknown when nothing matches what a person typed', () => {
    expect(resolveTyped(catalog, 'coffee')).toEqual({ kind: 'unknown', sentence: 'Nothing in the catalog matches “coffee”.' });
    expect(resolveTyped(catalog, 'gren')).toEqual({
      kind: 'unknown',
      sentence: 'Nothing in the catalog matches “gren”. Choose one of the products found with the arrow keys, or correct the words.',
    });
    expect(resolveTyped(catalog, '5901234123458')).toMatchObject({ sentence: expect.stringContaining('check digit') as string });
  });
});
