import { z } from 'zod';
import { businessDate, entityId } from '../base/envelope.ts';
import { currency, unitPrice } from '../base/money.ts';
import { text } from '../base/text.ts';

/** A date on which something begins or ends; null where it is open. */
const openDate = businessDate.nullable().default(null);

/** Prices that hold together: when, where and for whom. A list without customers and groups is for everybody. */
export const priceList = z.strictObject({
  id: entityId,
  name: text.min(1).max(200),
  currency,
  startsOn: openDate,
  /** The last day on which it holds. */
  endsOn: openDate,
  /** None for every store. */
  storeIds: z.array(entityId).max(5000).default([]),
  /** None for everybody. */
  customerGroups: z.array(entityId).max(50).default([]),
  /** Customers with a contract; none for everybody. */
  customerIds: z.array(entityId).max(5000).default([]),
  /** Of lists of one standing the smallest counts. */
  priority: z.number().int().min(0).max(10_000).default(100),
});

export type PriceList = z.infer<typeof priceList>;

/** From so many whole units of an article in a sale, each of them costs this. */
export const priceBreak = z.strictObject({ fromQuantity: z.number().int().min(2).max(1_000_000), unitPrice });

/** What an article costs in a list. A list has one price of an article for each first day. */
export const listPrice = z.strictObject({
  sku: entityId,
  /** Null where it holds since ever. */
  startsOn: openDate,
  /** The last day on which it holds. Null where it holds whenever no newer price of its list does. */
  endsOn: openDate,
  unitPrice,
  /** By their quantities, the smallest first. */
  breaks: z.array(priceBreak).max(20).default([]),
});

export type ListPrice = z.infer<typeof listPrice>;
export type PriceBreak = z.infer<typeof priceBreak>;

/** The prices of one list for the articles of one page of the catalog, a column an attribute. */
export const pricePage = z.strictObject({
  listId: text,
  sku: z.array(text),
  unitPrice: z.array(z.number()),
  /** The other columns are empty where they are null, or have no breaks, for all prices of the page. */
  startsOn: z.array(text.nullable()).default([]),
  endsOn: z.array(text.nullable()).default([]),
  breaks: z.array(z.array(priceBreak)).default([]),
});

export type PricePage = z.infer<typeof pricePage>;

/** The standings of lists, the first one goes before all others. */
export const STANDINGS = ['contract', 'group', 'store', 'all'] as const;

export type Standing = (typeof STANDINGS)[number];

/** What a list is for: customers with a contract, groups of customers, stores, or everybody everywhere. */
export function standingOf({ customerIds, customerGroups, storeIds }: PriceList): Standing {
  if (customerIds.length > 0) return 'contract';
  if (customerGroups.length > 0) return 'group';
  return storeIds.length > 0 ? 'store' : 'all';
}
