import { dateInZone } from '../../../../domain/base/zoned-date.ts';
import { priceListDocument } from '../../../../domain/price-lists/documents.ts';
import { priceLines } from '../../../../domain/price-lists/price-lines.ts';
import { type ChoosePrice, choosePrices, type PriceBook } from '../../../../domain/price-lists/price-of.ts';
import { documentsOf, type RegisterServices, type StoreView } from '../../../kit/register-services.ts';
import type { CartLines, KeptSale } from '../cart-lines.ts';
import { atCatalogOfToday, type ChangedPrice, changedPrices } from './changed-prices.ts';

/** What prices are looked up in. */
export type PriceServices = Pick<RegisterServices, 'view' | 'prices'>;

/** How prices are chosen in a store on a calendar day. Null while the replica does not know the company or the store. */
export function pricesOn({ company, store }: Pick<StoreView, 'company' | 'store'>, book: PriceBook, date: string): ChoosePrice | null {
  if (company === null || store === null) return null;
  return choosePrices(book, { date, storeId: store.id, customerGroups: [], customerId: null, currency: company.currency });
}

/** How prices are chosen here and now, by the calendar of the store, also without a connection. */
export function pricesHere({ view, prices }: PriceServices, now = Date.now()): ChoosePrice | null {
  const shown = view.getState();
  const lists = documentsOf(shown, priceListDocument).values();
  const date = dateInZone(now, shown.store?.timezone ?? 'UTC');
  return pricesOn(shown, { lists, pricesOf: (sku) => prices.pricesOf(sku) }, date);
}

/** Lines at the prices of this store today. */
export function pricedHere(services: PriceServices, lines: CartLines): CartLines {
  const choose = pricesHere(services);
  return choose === null ? lines : priceLines(lines, choose);
}

/** A sale that was put aside, at what catalog and lists say today, with the lines that cost something else. What is being paid stays. */
export function pricedAgain(
  services: PriceServices & Pick<RegisterServices, 'catalog'>,
  { lines, paying }: Pick<KeptSale, 'paying'> & { readonly lines: CartLines },
): { readonly lines: CartLines; readonly changedPrices: readonly ChangedPrice[] } {
  if (paying !== null) return { lines, changedPrices: [] };
  const after = pricedHere(services, atCatalogOfToday(lines, services.catalog));
  return { lines: after, changedPrices: changedPrices(lines, after) };
}
