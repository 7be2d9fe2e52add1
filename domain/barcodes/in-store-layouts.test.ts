import { describe, expect, it } from 'vitest';
import { IN_STORE_COUNTRIES, inStoreCodeLayouts, inStoreLayout, layoutOf } from './in-store-layouts.ts';

describe('the layouts of a store’s own codes', () => {
  it.each(IN_STORE_COUNTRIES)('of %s are ones that a company could set itself', (country) => {
    const found = Array.from({ length: 10 }, (_, digit) => layoutOf(`2${digit}00000000000`, { country, layouts: [] }));
    const upc = layoutOf('0200000000000', { country, layouts: [] });
    const layouts = [...found, upc].flatMap((one) => (one === undefined ? [] : [one.layout]));
    expect(layouts.length).toBeGreaterThan(0);
    for (const layout of layouts) expect(inStoreLayout.safeParse(layout).success).toBe(true);
  });

  it('are the company’s own before those of the country', () => {
    const own = inStoreLayout.parse({ prefixes: ['23'], pattern: 'PPIIIIIVVVVV', measure: 'price', decimals: 2 });
    expect(layoutOf('2300000000000', { country: 'SE', layouts: [own] })).toEqual({ region: 'configured', layout: own });
    expect(layoutOf('2400000000000', { country: 'SE', layouts: [own] })?.region).toBe('SE');
    expect(layoutOf('2600000000000', { country: 'SE', layouts: [] })).toBeUndefined();
    expect(layoutOf('2400000000000', inStoreCodeLayouts.standard)).toBeUndefined();
  });

  it.each([['PPIIIIIVVVVVV'], ['IIIIIIIIIIII'], ['PPVVVVVIIIII'], ['PPIIIIIKVVV']])('%s is no layout', (pattern) => {
    expect(inStoreLayout.safeParse({ prefixes: ['20'], pattern, measure: 'price', decimals: 2 }).success).toBe(false);
  });
});
