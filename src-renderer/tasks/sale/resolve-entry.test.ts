import { describe, expect, it } from 'vitest';
import { promotion } from '../../../domain/promotions/promotion.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import { type CodeRules, resolveScan, resolveTyped } from './resolve-entry.ts';

const tea: Product = {
  sku: 'TEA-1',
  gtin: '04012345678901',
  name: 'Green tea',
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
  lookup: (code: string) => (code === '4012345678901' || code === 'TEA-1' ? tea : undefined),
  search: (text: string) => (text !== '' && `${tea.name} ${tea.sku} ${tea.gtin}`.toLowerCase().includes(text.toLowerCase()) ? [tea] : []),
  searchForgiving: (text: string) => (text === 'gren' ? [tea] : []),
};

const RULES: CodeRules = {
  today: '2026-11-25',
  inStore: { country: 'DE', layouts: [] },
  separators: [],
  currency: 'EUR',
  promotions: [],
  quotes: [{ number: 'Q-ABC234' }],
};

describe('what was scanned or typed', () => {
  it.each([['4012345678901'], [' 4012345678901 '], ['TEA-1']])('%j is a product by its code', (code) => {
    expect(resolveScan(catalog, code, RULES)).toEqual({ kind: 'product', product: tea });
    expect(resolveTyped(catalog, code, RULES)).toEqual({ kind: 'product', product: tea });
  });

  it.each(['Q-ABC234', ' q-abc234 '])('%j is a quote of the store, scanned or typed', (code) => {
    expect(resolveScan(catalog, code, RULES)).toEqual({ kind: 'quote', number: 'Q-ABC234' });
    expect(resolveTyped(catalog, code, RULES)).toEqual({ kind: 'quote', number: 'Q-ABC234' });
    expect(resolveScan(catalog, 'Q-ABC235', RULES).kind).toBe('unknown');
  });

  it('is the best that type-ahead finds when it was typed, not when it was scanned', () => {
    expect(resolveTyped(catalog, 'green', RULES)).toEqual({ kind: 'product', product: tea });
    expect(resolveScan(catalog, 'green', RULES).kind).toBe('unknown');
  });

  it.each([
    ['5901234123457', 'No product in the catalog has the code 5901234123457.'],
    ['5901234123458', 'The check digit of 5901234123458 is wrong. Scan it again, or compare it with the label.'],
    ['123', 'Nothing in the catalog has the code 123.'],
    ['ABC-9', 'Nothing in the catalog has the code ABC-9.'],
  ])('%s is unknown, and the sentence says why', (code, sentence) => {
    expect(resolveScan(catalog, code, RULES)).toEqual({ kind: 'unknown', sentence });
  });

  it.each([['4012'], ['40123456789'], ['A-1'], ['1'], ['4012 3456']])('%j sells nothing, though a product contains it', (code) => {
    expect(resolveTyped({ ...catalog, search: () => [tea] }, code, RULES)).toEqual({
      kind: 'unknown',
      sentence: expect.stringMatching(/Choose one of the products found with the arrow keys, or correct the number\.$/) as string,
    });
    expect(resolveScan(catalog, code, RULES).kind).toBe('unknown');
  });

  it('is the best that type-ahead finds for words with a number among them', () => {
    for (const words of ['green tea 20', '7up'])
      expect(resolveTyped({ ...catalog, search: () => [tea] }, words, RULES)).toEqual({ kind: 'product', product: tea });
  });

  it('is unknown when nothing matches what a person typed', () => {
    expect(resolveTyped(catalog, 'coffee', RULES)).toEqual({ kind: 'unknown', sentence: 'Nothing in the catalog matches “coffee”.' });
    expect(resolveTyped(catalog, 'gren', RULES)).toEqual({
      kind: 'unknown',
      sentence: 'Nothing in the catalog matches “gren”. Choose one of the products found with the arrow keys, or correct the words.',
    });
    expect(resolveTyped(catalog, '5901234123458', RULES)).toMatchObject({ sentence: expect.stringContaining('check digit') as string });
  });
});

describe('the code of a coupon', () => {
  const coupon = promotion.parse({
    ...{ kind: 'sale_percent', id: 'P', name: 'P', everything: true, basisPoints: 1000, startsOn: '2026-01-01', endsOn: '2026-12-31' },
    codes: ['Summer', '4012345678901', '9812345678907', 'TEA-1'],
  });
  const rules = { ...RULES, promotions: [coupon] };

  it.each([
    ['summer', 'Summer'],
    [' SUMMER ', 'Summer'],
    // A number that would else be a coupon of a manufacturer.
    ['9812345678907', '9812345678907'],
  ])('%j is a coupon, scanned and typed', (text, code) => {
    expect(resolveScan(catalog, text, rules)).toEqual({ kind: 'coupon', code });
    expect(resolveTyped(catalog, text, rules)).toEqual({ kind: 'coupon', code });
  });

  it.each([['4012345678901'], ['TEA-1']])('%j is a product, though a promotion has the same code', (text) => {
    expect(resolveScan(catalog, text, rules)).toEqual({ kind: 'product', product: tea });
  });

  it('is a search where it was typed and finds an article: a coupon was not meant', () => {
    const alike = { ...rules, promotions: [promotion.parse({ ...coupon, codes: ['GREEN', '40123'] })] };
    expect(resolveTyped(catalog, 'green', alike)).toEqual({ kind: 'product', product: tea });
    expect(resolveScan(catalog, 'green', alike)).toEqual({ kind: 'coupon', code: 'GREEN' });
    expect(resolveTyped(catalog, '40123', alike)).toMatchObject({
      sentence: expect.stringMatching(/has the code 40123\. Choose/) as string,
    });
    expect(resolveTyped({ ...catalog, search: () => [] }, 'green', alike)).toEqual({ kind: 'coupon', code: 'GREEN' });
  });

  it('is none where no promotion has it', () => {
    expect(resolveTyped(catalog, 'winter', rules).kind).toBe('unknown');
    expect(resolveScan(catalog, 'summer', RULES).kind).toBe('unknown');
  });
});

describe('a label', () => {
  const ham: Product = { ...tea, sku: '1111', gtin: '09501101530003', name: 'Ham' };
  const deli = { lookup: (code: string) => (code === '1111' || code === '09501101530003' ? ham : undefined) };
  const labelOf = (code: string, rules = RULES) => {
    const entry = resolveScan(deli, code, rules);
    return entry.kind === 'product' ? entry.label : entry.kind === 'unknown' ? entry.sentence : null;
  };

  it.each<[string, object]>([
    [']d2HAM', {}],
    ['2211114002394', { unitPrice: 239_000, priceSource: 'barcode' }],
    ['2511119000129', { quantity: 12 }],
    [']d2HAM3103001250', { quantity: 1250, quantityDecimals: 3, unit: 'kg', weighing: { by: 'label', tareGrams: 0 } }],
    [']d2HAM310300125039221599', { unitPrice: 1_599_000, priceSource: 'barcode' }],
    [']d2HAM21SN001', { serialNumbers: ['SN001'] }],
    [']d2HAM3012', { quantity: 12 }],
    ['https://id.gs1.org/01/9501101530003?17=261125', {}],
  ])('%s sells ham, and says %j', (code, label) => {
    expect(labelOf(code.replace('HAM', '0109501101530003'))).toEqual(label);
  });

  it.each([
    [']d2HAM17261124', 'Ham expired on 2026-11-24 and is not sold. Take another one.'],
    [']d2HAM3103000000', 'cannot be sold'],
    [']d2HAM3202000500', 'kilograms'],
    [']d2HAM3012\u001d3932840499', 'in USD, and this till sells in EUR'],
    [']d2HAM17261301', 'wrong at its part (17)'],
    [']d20109501101530004', 'wrong at its part (01)'],
    [']C100340123456789012340', 'names no goods'],
    ['9912345678909', 'is a coupon'],
    ['2511118000120', 'The check digit of the price or weight in 2511118000120 is wrong'],
    [']Q1https://shop.example/menu', 'a web address'],
    ['+C10109501101530003', 'different keyboard layouts'],
    [']D20109501101530003', 'Caps Lock'],
    ['40063813339314006381333931', 'Two scans came as one'],
    ['2912345004996', 'The check digit of the price or weight'],
    ['4006381333931', 'No product in the catalog has the code'],
  ])('%j sells nothing, and says why', (code, sentence) => {
    expect(labelOf(code.replace('HAM', '0109501101530003'))).toContain(sentence);
  });

  it('of a scale is a number like any other where no layout is set', () => {
    expect(labelOf('2211114002394', { ...RULES, inStore: { country: null, layouts: [] } })).toContain('No product in the catalog');
  });

  it('has its separators as the scanner is set to type them', () => {
    const code = ']d2010950110153000310ABC{GS}21S1';
    expect(labelOf(code)).toContain('wrong at its part (10)');
    expect(labelOf(code, { ...RULES, separators: ['{GS}'] })).toEqual({ serialNumbers: ['S1'] });
  });
});
