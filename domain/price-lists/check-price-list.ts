import { currencyDecimals, isKnownCurrency } from '../base/iso-4217.ts';
import { UNIT_PRICE_SCALE } from '../base/money.ts';
import { type ListPrice, type PriceList, standingOf } from './price-list.ts';

/** A closed list: the head office has words for each. */
export type PriceFaultCode =
  | 'dates_reversed'
  | 'unknown_currency'
  | 'customers_and_groups'
  | 'unknown_store'
  | 'currency_in_use'
  | 'unknown_price_list'
  | 'unknown_article'
  | 'price_twice'
  | 'price_absurd'
  | 'breaks_out_of_order'
  | 'break_dearer'
  | 'prices_overlap'
  | 'lists_overlap';

/** What is wrong with a list or a price whose fields are right one by one, and what to do about it. */
export interface PriceFault {
  readonly code: PriceFaultCode;
  /** The path of the field. */
  readonly field: string;
  readonly issue: string;
  readonly fix: string;
  /** The price that is in its way; left out where none is. */
  readonly beside?: { readonly sku: string; readonly startsOn: string | null; readonly listId: string };
}

type Dates = Pick<ListPrice, 'startsOn' | 'endsOn'>;

/** More whole units of a currency than anything costs: who writes so many has forgotten a point. */
const MOST_UNITS = 1_000_000_000;

function datesFault({ startsOn, endsOn }: Dates): PriceFault | null {
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return null;
  return {
    code: 'dates_reversed',
    field: 'endsOn',
    issue: 'is before `startsOn`',
    fix: 'Give a last day that is not before the first one.',
  };
}

/** Why a price list cannot be taken, though each of its fields is right; null where nothing is wrong. @param stores all that there are. */
export function priceListFault(list: PriceList, stores: ReadonlySet<string>): PriceFault | null {
  if (!isKnownCurrency(list.currency))
    return {
      code: 'unknown_currency',
      field: 'currency',
      issue: `is ${list.currency}, which ISO 4217 does not have`,
      fix: 'Give a code of ISO 4217, EUR say.',
    };
  if (list.customerIds.length > 0 && list.customerGroups.length > 0) {
    return {
      code: 'customers_and_groups',
      field: 'customerGroups',
      issue: 'stands beside `customerIds`',
      fix: 'Make one list for the customers and one for the groups.',
    };
  }
  const unknown = list.storeIds.findIndex((id) => !stores.has(id));
  if (unknown >= 0) {
    return {
      code: 'unknown_store',
      field: `storeIds.${unknown}`,
      issue: `is ${list.storeIds[unknown] ?? ''}, and there is no such store`,
      fix: 'Give the id of a store.',
    };
  }
  return datesFault(list);
}

function breaksFault({ unitPrice, breaks }: ListPrice): PriceFault | null {
  let [before, dearest] = [1, unitPrice];
  for (const [index, one] of breaks.entries()) {
    if (one.fromQuantity <= before) {
      return {
        code: 'breaks_out_of_order',
        field: `breaks.${index}.fromQuantity`,
        issue: 'is not above the one before it',
        fix: 'Order the breaks by their quantities.',
      };
    }
    if (one.unitPrice > dearest) {
      return {
        code: 'break_dearer',
        field: `breaks.${index}.unitPrice`,
        issue: 'is dearer than fewer units are',
        fix: 'Give a price that is not above the one before it.',
      };
    }
    [before, dearest] = [one.fromQuantity, one.unitPrice];
  }
  return null;
}

/** Why a price cannot stand in a list, whatever others there are; null where nothing is wrong. */
export function listPriceFault(price: ListPrice, { currency }: PriceList): PriceFault | null {
  const most = MOST_UNITS * 10 ** currencyDecimals(currency) * UNIT_PRICE_SCALE;
  if (price.unitPrice >= most) {
    return {
      code: 'price_absurd',
      field: 'unitPrice',
      issue: `is ${MOST_UNITS} ${currency} or more`,
      fix: 'Look for a point that is missing.',
    };
  }
  return datesFault(price) ?? breaksFault(price);
}

const OPEN_END = '9999-12-31';

const latest = (dates: readonly (string | null)[]): string => dates.reduce<string>((a, b) => (b !== null && b > a ? b : a), '');
const earliest = (dates: readonly (string | null)[]): string => dates.reduce<string>((a, b) => (b !== null && b < a ? b : a), OPEN_END);

/** Whether there is a day on which all of these hold. */
const holdTogether = (spans: readonly Dates[]): boolean =>
  latest(spans.map(({ startsOn }) => startsOn)) <= earliest(spans.map(({ endsOn }) => endsOn));

const meet = (one: readonly string[], other: readonly string[]): boolean => one.some((id) => other.includes(id));

/** Whether neither of two lists goes before the other for some sale, so that no article may have a price in both on one day. */
export function areRivals(one: PriceList, other: PriceList): boolean {
  const standing = standingOf(one);
  if (one.id === other.id || one.priority !== other.priority || one.currency !== other.currency) return false;
  if (standing !== standingOf(other) || !holdTogether([one, other])) return false;
  if (one.storeIds.length > 0 && other.storeIds.length > 0 && !meet(one.storeIds, other.storeIds)) return false;
  if (standing === 'contract') return meet(one.customerIds, other.customerIds);
  return standing !== 'group' || meet(one.customerGroups, other.customerGroups);
}

export interface PriceWithList {
  readonly list: PriceList;
  readonly price: ListPrice;
}

/**
 * Within a list a newer price goes before an open one for as long as it holds. One that names its last day must not run into the next.
 */
function overlapWithin(one: ListPrice, other: ListPrice): boolean {
  const [earlier, later] = (one.startsOn ?? '') < (other.startsOn ?? '') ? [one, other] : [other, one];
  return earlier.endsOn !== null && later.startsOn !== null && later.startsOn <= earlier.endsOn;
}

/** Whether two prices of one article hold on one day, and nothing says which counts. */
function overlap(one: PriceWithList, other: PriceWithList): boolean {
  if (one.list.id !== other.list.id) return areRivals(one.list, other.list) && holdTogether([one.list, one.price, other.list, other.price]);
  return one.price.startsOn !== other.price.startsOn && overlapWithin(one.price, other.price);
}

const since = ({ startsOn }: ListPrice): string => (startsOn === null ? 'without a first day' : `from ${startsOn}`);

/** Why a price cannot stand beside the others of its article; null where it can. The one that it replaces is not in its way. */
export function overlapFault(given: PriceWithList, others: readonly PriceWithList[]): PriceFault | null {
  const other = others.find((one) => overlap(given, one));
  if (other === undefined) return null;
  const { list, price } = other;
  const beside = { sku: price.sku, startsOn: price.startsOn, listId: list.id };
  if (list.id === given.list.id) {
    const isEarlier = (given.price.startsOn ?? '') < (price.startsOn ?? '');
    return {
      code: 'prices_overlap',
      field: isEarlier ? 'endsOn' : 'startsOn',
      issue: `overlaps the price of ${price.sku} ${since(price)} in the same list`,
      fix: isEarlier ? 'End it before that day, or give no last day.' : 'Begin it later, or change the last day of the other.',
      beside,
    };
  }
  return {
    code: 'lists_overlap',
    field: 'startsOn',
    issue: `overlaps the price of ${price.sku} ${since(price)} in list ${list.id}, which has the same standing and priority`,
    fix: 'Change the dates, or the priority of one of the lists.',
    beside,
  };
}
