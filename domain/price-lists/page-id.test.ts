import { expect, it } from 'vitest';
import { priceListOf } from '../../test/support/price-lists.ts';
import { pricePageId, scopesOfPrices } from './page-id.ts';

it('[R1] prices of a list for some stores travel to those alone, on pages of their own', () => {
  const [all, some] = [priceListOf({ id: 'a|b' }), priceListOf({ id: 'a|b', storeIds: ['S1', 'S2'] })];
  expect([pricePageId(all, 7), scopesOfPrices(all)]).toEqual(['7|all|a|b', ['all']]);
  expect(pricePageId(priceListOf({ id: 'a', storeIds: ['S1'] }), 0)).toBe('0|some|a');
  expect([pricePageId(some, 7), scopesOfPrices(some)]).toEqual(['7|some|a|b', ['store:S1', 'store:S2']]);
});
