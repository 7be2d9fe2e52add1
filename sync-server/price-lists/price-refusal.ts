import { HttpRefusal } from '../http/refuse.ts';
import type { PriceListRefusal } from './manage-price-lists.ts';
import type { PriceRefusal } from './manage-prices.ts';
import type { QuestionRefusal } from './answer-price.ts';

const UNKNOWN = {
  unknown_price_list: { message: 'There is no price list with this id.', field: 'id', fix: 'List them.' },
  unknown_price: { message: 'The list has no price of this SKU with this first day.', field: 'sku', fix: 'List the prices.' },
  unknown_product: { message: 'The catalog has no product with this SKU.', field: 'sku', fix: 'Correct the SKU.' },
  unknown_store: { message: 'There is no such store.', field: 'storeId', fix: 'Name a store of the company.' },
} as const;

/** What a refusal about prices is answered with. */
export function priceRefusal(refusal: PriceListRefusal | PriceRefusal | QuestionRefusal): HttpRefusal {
  if (!('field' in refusal)) return new HttpRefusal(404, { code: refusal.code, ...UNKNOWN[refusal.code] });
  const { code, field, issue, fix } = refusal;
  return new HttpRefusal(400, { code, message: `\`${field}\` ${issue}.`, field, fix });
}
