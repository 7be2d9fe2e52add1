import { type ListPrice, type PriceBreak, type PriceList, STANDINGS, standingOf } from './price-list.ts';

/** For whom, where and when something is priced. */
export interface PriceContext {
  /** The calendar day in the store, YYYY-MM-DD. */
  readonly date: string;
  /** Null where no store sells it: a parcel. Prices of stores do not hold then. */
  readonly storeId: string | null;
  /** Of the customer; none where nobody is known. */
  readonly customerGroups: readonly string[];
  readonly customerId: string | null;
  /** ISO 4217. Lists in another currency say nothing. */
  readonly currency: string;
}

/** A price with the list that it stands in. */
export type PriceInList = ListPrice & { readonly listId: string };

/** All lists, and the prices of an article in them. */
export interface PriceBook {
  readonly lists: Iterable<PriceList>;
  pricesOf(sku: string): readonly PriceInList[];
}

/** What the lists say an article costs. */
export interface ChosenPrice {
  /** Thousandths of a minor unit. */
  readonly unitPrice: number;
  readonly priceListId: string;
  /** From how many units on it costs that; null for any quantity. */
  readonly fromQuantity: number | null;
  /** What more units cost, by their quantities. */
  readonly breaks: readonly PriceBreak[];
}

/**
 * Chooses the price of an article; null where no list has one, and the catalog's price counts.
 * @param quantity of all lines of the sale with this article, in thousandths of a unit.
 */
export type ChoosePrice = (sku: string, quantity: number) => ChosenPrice | null;

/** Smallest first: the standing of a list, then its priority. */
function rankOf(list: PriceList): number {
  return STANDINGS.indexOf(standingOf(list)) * 100_000 + list.priority;
}

const isWithin = (date: string, { startsOn, endsOn }: Pick<ListPrice, 'startsOn' | 'endsOn'>): boolean =>
  (startsOn === null || startsOn <= date) && (endsOn === null || date <= endsOn);

function holds(list: PriceList, { date, storeId, customerGroups, customerId, currency }: PriceContext): boolean {
  if (list.currency !== currency || !isWithin(date, list)) return false;
  if (list.storeIds.length > 0 && (storeId === null || !list.storeIds.includes(storeId))) return false;
  if (list.customerIds.length > 0) return customerId !== null && list.customerIds.includes(customerId);
  return list.customerGroups.length === 0 || list.customerGroups.some((group) => customerGroups.includes(group));
}

/** When a price begins to count; '' where that is since ever. */
function beginOf(list: PriceList, price: ListPrice): string {
  const [one, other] = [list.startsOn ?? '', price.startsOn ?? ''];
  return one > other ? one : other;
}

interface Candidate {
  readonly list: PriceList;
  readonly rank: number;
  readonly price: ListPrice;
}

/** Whether one candidate goes before another: by standing, priority, newest begin, id of the list, newest price. No two are equal. */
function goesBefore(one: Candidate, other: Candidate): boolean {
  if (one.rank !== other.rank) return one.rank < other.rank;
  const [begin, otherBegin] = [beginOf(one.list, one.price), beginOf(other.list, other.price)];
  if (begin !== otherBegin) return begin > otherBegin;
  if (one.list.id !== other.list.id) return one.list.id < other.list.id;
  return (one.price.startsOn ?? '') > (other.price.startsOn ?? '');
}

const THOUSANDTHS = 1000;

function chosen({ list, price }: Candidate, quantity: number): ChosenPrice {
  const reached = price.breaks.findLast(({ fromQuantity }) => fromQuantity * THOUSANDTHS <= quantity);
  return {
    unitPrice: reached?.unitPrice ?? price.unitPrice,
    priceListId: list.id,
    fromQuantity: reached?.fromQuantity ?? null,
    breaks: price.breaks,
  };
}

/**
 * How prices are chosen in one place at one time. Of all lists that hold, those of contracts go before those of groups, of stores and of
 * everybody; then the smallest priority, the newest begin and the smallest id decide. Register and server choose by this function alone.
 */
export function choosePrices(book: PriceBook, context: PriceContext): ChoosePrice {
  const lists = new Map<string, { readonly list: PriceList; readonly rank: number }>();
  for (const list of book.lists) if (holds(list, context)) lists.set(list.id, { list, rank: rankOf(list) });
  if (lists.size === 0) return () => null;
  return (sku, quantity) => {
    let best: Candidate | null = null;
    for (const price of book.pricesOf(sku)) {
      const standing = lists.get(price.listId);
      if (standing === undefined || !isWithin(context.date, price)) continue;
      const candidate: Candidate = { list: standing.list, rank: standing.rank, price };
      if (best === null || goesBefore(candidate, best)) best = candidate;
    }
    return best === null ? null : chosen(best, quantity);
  };
}
