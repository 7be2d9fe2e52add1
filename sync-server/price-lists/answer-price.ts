import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import type { PriceAnswer, PriceQuestion } from '../../domain/price-lists/price-list-protocol.ts';
import { choosePrices } from '../../domain/price-lists/price-of.ts';
import type { Db } from '../db/database.ts';
import { loadPriceLists, loadPrices } from './load-prices.ts';

export interface QuestionRefusal {
  readonly code: 'unknown_product' | 'unknown_store';
}

/** What an article costs, by the function that the tills use. @param now epoch milliseconds. */
export async function answerPrice(
  db: Db,
  sku: string,
  asked: PriceQuestion,
  now = Date.now(),
): Promise<Result<PriceAnswer, QuestionRefusal>> {
  const product = await db.selectFrom('products').select('unit_price').where('sku', '=', sku).executeTakeFirst();
  if (product === undefined) return refuse({ code: 'unknown_product' });
  const store = await db.selectFrom('locations').select('timezone').where('id', '=', asked.storeId).executeTakeFirst();
  if (store === undefined) return refuse({ code: 'unknown_store' });
  const { currency } = await db.selectFrom('company').select('currency').executeTakeFirstOrThrow();
  const lists = await loadPriceLists(db);
  const prices = await loadPrices(db, [...lists.keys()], [sku]);
  const choose = choosePrices(
    { lists: lists.values(), pricesOf: () => prices },
    {
      date: asked.on ?? dateInZone(now, store.timezone),
      storeId: asked.storeId,
      customerGroups: (asked.customerGroups ?? '').split(',').filter((group) => group !== ''),
      customerId: asked.customerId ?? null,
      currency,
    },
  );
  const chosen = choose(sku, asked.quantity * 1000);
  const catalogPrice = product.unit_price;
  const common = { sku, currency, catalogPrice };
  if (chosen === null)
    return accept({ ...common, unitPrice: catalogPrice, priceSource: 'catalog', priceListId: null, fromQuantity: null, breaks: [] });
  return accept({ ...common, ...chosen, breaks: [...chosen.breaks], priceSource: 'price_list' });
}
