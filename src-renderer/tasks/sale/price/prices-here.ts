import { dateInZone } from '../../../../domain/base/zoned-date.ts';
import { priceListDocument } from '../../../../domain/price-lists/documents.ts';
import { priceLines } from '../../../../domain/price-lists/price-lines.ts';
import { type ChoosePrice, choosePrices, type PriceBook } from '../../../../domain/price-lists/price-of.ts';
import { isQuoted, withoutLapsedQuotes } from '../../../../domain/pricing/quoted-lines.ts';
import { customerOf } from '../../../kit/customer-services.ts';
import { documentsOf, type RegisterServices, type StoreView } from '../../../kit/register-services.ts';
import { withDeposits } from '../attached-deposits.ts';
import type { CartLines, KeptSale } from '../cart-lines.ts';
import { atCatalogOfToday, type ChangedPrice, changedPrices } from './changed-prices.ts';

/** What prices are looked up in. */
export type PriceServices = Pick<RegisterServices, 'view' | 'prices' | 'customers'>;

/** Who buys. A contract counts by the id alone; groups are those that this device knows. */
export interface Buyer {
  readonly customerId: string | null;
  readonly customerGroups: readonly string[];
}

/** Nobody who is known. */
export const ANYBODY: Buyer = { customerId: null, customerGroups: [] };

/** How prices are chosen in a store on a calendar day. Null while the replica does not know the company or the store. */
export function pricesOn(
  { company, store }: Pick<StoreView, 'company' | 'store'>,
  book: PriceBook,
  date: string,
  buyer: Buyer,
): ChoosePrice | null {
  if (company === null || store === null) return null;
  return choosePrices(book, { ...buyer, date, storeId: store.id, currency: company.currency });
}

/** How prices are chosen here and now, by the calendar of the store, also without a connection. */
export function pricesHere({ view, prices, customers }: PriceServices, customerId: string | null, now = Date.now()): ChoosePrice | null {
  const shown = view.getState();
  const lists = documentsOf(shown, priceListDocument).values();
  const date = dateInZone(now, shown.store?.timezone ?? 'UTC');
  const customer = customerId === null ? undefined : customerOf(customers.state.getState(), customerId);
  const buyer = { customerId, customerGroups: customer?.groups ?? [] };
  return pricesOn(shown, { lists, pricesOf: (sku) => prices.pricesOf(sku) }, date, buyer);
}

/**
 * What lines cost after their prices were looked up again. While the replica is on its way, a price of a list holds: lists that are
 * not there yet are not gone. A price that a person gave below its base goes where the base rises: nobody allowed so large a discount.
 */
function held({ view }: PriceServices, before: CartLines, after: CartLines): CartLines {
  const { complete } = view.getState();
  const lines = after.map((line, index) => {
    const was = before[index];
    if (was === undefined) return line;
    if (!complete && was.priceSource === 'price_list') return was;
    const { override, ...others } = line;
    return override !== undefined && line.unitPrice > was.unitPrice && override.unitPrice < line.unitPrice ? others : line;
  });
  return lines.every((line, index) => line === before[index]) ? before : lines;
}

/** The day in the calendar of the store. */
function today({ view }: PriceServices, now = Date.now()): string {
  return dateInZone(now, view.getState().store?.timezone ?? 'UTC');
}

function atLists(services: CartPrices, lines: CartLines, customerId: string | null): CartLines {
  const choose = pricesHere(services, customerId);
  return choose === null ? lines : withBundlePrices(services, priceLines(lines, choose), choose);
}

/** Bundles at their own price of today: that of a list, else that of the catalog. */
function withBundlePrices({ catalog }: CartPrices, lines: CartLines, choose: ChoosePrice): CartLines {
  const priced = lines.map((line) => {
    const { bundle } = line;
    if (bundle === undefined || isQuoted(line)) return line;
    const listed = choose(bundle.sku, bundle.quantity * 1_000)?.unitPrice;
    const unitPrice = listed ?? catalog.product(bundle.sku)?.unitPrice ?? bundle.unitPrice;
    return unitPrice === bundle.unitPrice ? line : { ...line, bundle: { ...bundle, unitPrice } };
  });
  return priced.every((line, index) => line === lines[index]) ? lines : priced;
}

type CartPrices = PriceServices & Pick<RegisterServices, 'catalog'>;

/** Lines whose quote was given up, at what the catalog asks today: what they cost on the day of the quote is no price of today. */
function freed({ catalog }: CartPrices, before: CartLines, lines: CartLines): CartLines {
  const quoted = new Set(before.filter(isQuoted).map(({ sku }) => sku));
  const isFreed = (line: CartLines[number]) => quoted.has(line.sku) && !isQuoted(line) && !before.includes(line);
  return lines.some(isFreed) ? lines.flatMap((line) => (isFreed(line) ? atCatalogOfToday([line], catalog) : line)) : lines;
}

/**
 * Lines at the prices of this store today.
 * @param before what lay on the counter before they were changed.
 */
export function pricedHere(services: CartPrices, given: CartLines, customerId: string | null, before = given): CartLines {
  const holding = withoutLapsedQuotes(withDeposits(given, services.catalog), today(services), customerId);
  const lines = freed(services, given, freed(services, before, holding));
  return held(services, lines, atLists(services, lines, customerId));
}

/** A sale that was put aside, at what catalog and lists say today, with the lines that cost something else. What is being paid stays. */
export function pricedAgain(
  services: CartPrices,
  { lines, paying, customerId }: Pick<KeptSale, 'paying' | 'customerId'> & { readonly lines: CartLines },
): { readonly lines: CartLines; readonly changedPrices: readonly ChangedPrice[] } {
  if (paying !== null) return { lines, changedPrices: [] };
  const holding = withoutLapsedQuotes(withDeposits(lines, services.catalog), today(services), customerId);
  const after = held(services, holding, atLists(services, atCatalogOfToday(holding, services.catalog), customerId));
  return { lines: after, changedPrices: changedPrices(lines, after) };
}
