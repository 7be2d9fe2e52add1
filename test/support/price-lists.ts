import { type ListPrice, listPrice, type PriceList, priceList } from '../../domain/price-lists/price-list.ts';
import type { PriceBook, PriceInList } from '../../domain/price-lists/price-of.ts';

/** A list in USD for everybody, without dates, unless told. */
export function priceListOf(given: Partial<PriceList> = {}): PriceList {
  return priceList.parse({ id: 'L', name: 'List', currency: 'USD', ...given });
}

/** A price of article A, 1.00, without dates, unless told. */
export function listPriceOf(given: Partial<ListPrice> = {}): ListPrice {
  return listPrice.parse({ sku: 'A', unitPrice: 100_000, ...given });
}

/** A book of lists and the prices in them. */
export function priceBookOf(lists: readonly PriceList[], prices: readonly PriceInList[]): PriceBook {
  return { lists, pricesOf: (sku) => prices.filter((price) => price.sku === sku) };
}
