import type { Scope } from '../base/scope.ts';
import { storeScope } from '../base/scope.ts';
import type { PriceList } from './price-list.ts';

/**
 * The id of a page of prices: page of the catalog, whether all stores or some get it, and the list. A list that is for some stores from now
 * on so has other pages: one is never taken away and written by two scopes, whose order nobody knows.
 */
export function pricePageId({ id, storeIds }: Pick<PriceList, 'id' | 'storeIds'>, page: number): string {
  return `${page}|${storeIds.length > 0 ? 'some' : 'all'}|${id}`;
}

/** The scopes in which the prices of a list travel (rule R1). */
export function scopesOfPrices({ storeIds }: Pick<PriceList, 'storeIds'>): readonly Scope[] {
  return storeIds.length > 0 ? storeIds.map(storeScope) : ['all'];
}
