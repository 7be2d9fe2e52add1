import { daysAfter } from '../base/calendar-day.ts';
import { priceLines } from '../price-lists/price-lines.ts';
import { choosePrices, type PriceBook } from '../price-lists/price-of.ts';
import type { CartLine } from '../pricing/cart-line.ts';
import { type PriceRules, priceSale } from '../pricing/price-sale.ts';
import type { SaleLine } from '../pricing/sale-line.ts';

/** What recent prices are looked up in. */
export interface RecentPrices {
  readonly book: PriceBook;
  /** Those of the store today. What promotions were used for, and the time of the day, count for nothing. */
  readonly rules: Pick<PriceRules, 'pricesIncludeTax' | 'taxes' | 'promotions' | 'date' | 'storeId'>;
  /** ISO 4217. */
  readonly currency: string;
  /** So many days before today count, and today. */
  readonly days: number;
}

/** Goods at what they cost at least. */
export type LowestPrice = (line: CartLine) => SaleLine | null;

/**
 * The lowest price at which anybody could have bought goods in this store lately: by price lists and promotions of each day, else by the
 * catalog of today, at the taxes of today. Coupons and prices of groups count for nothing. Null where the goods cost no amount.
 * @throws RangeError where they cost more than an amount can be.
 */
export function lowestRecently({ book, rules, currency, days }: RecentPrices): LowestPrice {
  const { pricesIncludeTax, taxes, promotions, storeId } = rules;
  const inStore = { pricesIncludeTax, taxes, promotions, ...(storeId !== undefined && { storeId }) };
  const anybody = { storeId: storeId ?? null, customerGroups: [], customerId: null, currency };
  const dates = Array.from({ length: days + 1 }, (_, back) => {
    const date = daysAfter(rules.date, -back);
    return { date, choose: choosePrices(book, { ...anybody, date }) };
  });
  return (line) => {
    const priced = dates.flatMap(({ date, choose }) => priceSale(priceLines([line], choose), { ...inStore, date }).lines);
    return priced.reduce<SaleLine | null>((least, one) => (least === null || one.totalMinor < least.totalMinor ? one : least), null);
  };
}
