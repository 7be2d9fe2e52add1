import { z } from 'zod';
import { priceSource } from '../base/adjustment.ts';
import { businessDate, entityId } from '../base/envelope.ts';
import { currency, unitPrice } from '../base/money.ts';
import { text } from '../base/text.ts';
import { listPrice, priceBreak, priceList } from './price-list.ts';

const limit = z.coerce.number().int().min(1).max(200).default(50);

/** `GET /v1/price-lists`: by id. `after` is `next` of the page before. */
export const priceListQuery = z.strictObject({ after: entityId.optional(), limit });
export const priceListPage = z.strictObject({
  items: z.array(z.strictObject({ ...priceList.shape, /** How many prices stand in it. */ prices: z.number().int() })),
  next: text.nullable(),
});

/** `GET /v1/price-lists/ID/prices`: by SKU, then by first day. */
export const priceQuery = z.strictObject({
  /** The beginning of an SKU, or a part of a name. */
  search: text.max(100).optional(),
  /** Only those that hold on this day, as far as their own dates go. */
  on: businessDate.optional(),
  /** `next` of the page before. */
  after: text.max(300).optional(),
  limit,
});
export const listedPrice = z.strictObject({
  ...listPrice.shape,
  name: text,
  /** What the catalog asks, in thousandths of a minor unit. */
  catalogPrice: unitPrice,
});
export const pricesPage = z.strictObject({ items: z.array(listedPrice), next: text.nullable() });

/** How many prices one request writes at most. */
const MOST_PRICES = 1000;

/** `PUT /v1/price-lists/ID/prices`: each is new, or in place of the one with its SKU and first day. All are taken, or none. */
export const pricesRequest = z.strictObject({ prices: z.array(listPrice).min(1).max(MOST_PRICES) });
export const pricesWritten = z.strictObject({ /** How many were new or different. */ written: z.number().int() });

/** `DELETE /v1/price-lists/ID/prices/SKU`: the price with this first day; left out for the one without. */
export const priceDeletion = z.strictObject({ startsOn: businessDate.optional() });

/** `GET /v1/prices/SKU`: what an article costs. */
export const priceQuestion = z.strictObject({
  storeId: entityId,
  /** The calendar day in the store; today unless told. */
  on: businessDate.optional(),
  /** Whole units of the article in the sale. */
  quantity: z.coerce.number().int().min(1).max(1_000_000).default(1),
  customerId: entityId.optional(),
  /** Of the customer, separated by commas. */
  customerGroups: text.max(1000).optional(),
});
export const priceAnswer = z.strictObject({
  sku: entityId,
  currency,
  unitPrice,
  priceSource: priceSource.extract(['catalog', 'price_list']),
  /** Null where the catalog's price counts. */
  priceListId: entityId.nullable(),
  /** From how many units on it costs that; null for any quantity. */
  fromQuantity: z.number().int().nullable(),
  /** What more units cost, by their quantities. */
  breaks: z.array(priceBreak),
  catalogPrice: unitPrice,
});

export type PriceListQuery = z.infer<typeof priceListQuery>;
export type PriceListPage = z.infer<typeof priceListPage>;
export type PriceQuery = z.infer<typeof priceQuery>;
export type PricesPage = z.infer<typeof pricesPage>;
export type PriceQuestion = z.infer<typeof priceQuestion>;
export type PriceAnswer = z.infer<typeof priceAnswer>;
