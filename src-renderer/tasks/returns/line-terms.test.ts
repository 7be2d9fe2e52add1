import { expect, it } from 'vitest';
import type { Product } from '../../../domain/catalog/product.ts';
import { returnableOfSale } from '../../../domain/returns/return-goods.ts';
import { cartLineOf, saleOf } from '../../../test/support/examples.ts';
import { product } from '../../../test/support/counter-device.ts';
import { stayingSentence, staysBy } from './line-terms.ts';

const NEW_YORK = 'America/New_York';
const window = { days: 14, categories: [], never: [] };
// In New York it is still March 1.
const sale = saleOf([cartLineOf({ sku: 'A' }), cartLineOf({ sku: 'FINAL' }), cartLineOf({ sku: 'SERVICE', kind: 'service' })], {
  at: '2026-03-02T02:00:00.000Z',
});
const products: Record<string, Product> = {
  A: { ...product, sku: 'A' },
  FINAL: { ...product, sku: 'FINAL', terms: { finalSale: true } },
};
const on = (today: string) => {
  const stays = staysBy({ productOf: (sku) => products[sku], window, today, timezone: NEW_YORK });
  return returnableOfSale(sale).map((line) => stays(line)?.term ?? null);
};

it('counts the days of a store by its own calendar', () => {
  expect(on('2026-03-15')).toEqual([null, 'final_sale', null]);
  expect(on('2026-03-16')).toEqual(['window', 'final_sale', null]);
});

it('says until when goods could come back', () => {
  expect(stayingSentence({ term: 'window', until: '2026-03-15' })).toBe('Too late: it could come back until Mar 15, 2026.');
  expect(stayingSentence({ term: 'final_sale', until: null })).toBe('This does not come back.');
});
