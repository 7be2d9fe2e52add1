import { sql } from 'kysely';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { choosePrices } from '../../domain/price-lists/price-of.ts';
import type { CartLine } from '../../domain/pricing/cart-line.ts';
import { type PricedSale, priceSale } from '../../domain/pricing/price-sale.ts';
import { promotionFault, type PromotionFault } from '../../domain/promotions/check-promotion.ts';
import { couponsOfCodes } from '../../domain/promotions/coupon-codes.ts';
import type { PreviewAnswer, PreviewRequest } from '../../domain/promotions/promotion-protocol.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import { taxes, taxRounding } from '../../domain/tax/settings.ts';
import { taxRulesOn } from '../../domain/tax/tax-rules.ts';
import type { Db } from '../db/database.ts';
import { loadPriceLists, loadPrices } from '../price-lists/load-prices.ts';
import { readSetting } from '../settings/read-setting.ts';
import { loadPromotions, loadUsed } from './load-promotions.ts';

export type PreviewRefusal =
  | { readonly code: 'unknown_product' | 'unknown_store'; readonly field: string }
  | ({ readonly code: 'bad_promotion' } & PromotionFault);

interface Company {
  readonly currency: string;
  readonly prices_include_tax: boolean;
}

/**
 * The lines as a till would have them: the articles of the catalog, at the prices of the lists.
 * @returns else the place of the first SKU that is not known.
 */
async function linesOf(
  db: Db,
  { lines, storeId, date, customerGroups }: PreviewRequest,
  currency: string,
): Promise<Result<CartLine[], number>> {
  const skus = [...new Set(lines.map(({ sku }) => sku))];
  const rows = await db
    .selectFrom('products')
    .select(['sku', 'gtin', 'name', 'brand', 'category', 'unit_price', 'tax_class'])
    .where(sql<boolean>`sku = any(${skus}::text[])`)
    .execute();
  const products = new Map(rows.map((row) => [row.sku, row]));
  const unknown = lines.findIndex(({ sku }) => !products.has(sku));
  if (unknown >= 0) return refuse(unknown);
  const lists = await loadPriceLists(db);
  const prices = await loadPrices(db, [...lists.keys()], skus);
  const choose = choosePrices(
    { lists: lists.values(), pricesOf: (sku) => prices.filter((price) => price.sku === sku) },
    { date, storeId, customerGroups, customerId: null, currency },
  );
  const unitsOf = (sku: string) => lines.filter((line) => line.sku === sku).reduce((sum, line) => sum + line.quantity, 0);
  return accept(
    lines.flatMap(({ sku, quantity }): CartLine[] => {
      const product = products.get(sku);
      if (product === undefined) return [];
      const { gtin, name, brand, category, tax_class: taxClass } = product;
      const unitPrice = choose(sku, unitsOf(sku) * 1000)?.unitPrice ?? product.unit_price;
      return [{ sku, gtin, name, brand, category, quantity, unitPrice, taxClass }];
    }),
  );
}

function answerOf(priced: PricedSale, promotions: readonly Promotion[], currency: string): PreviewAnswer {
  const { applied, missed, next } = priced.promotions;
  const named = new Set([...applied, ...missed, ...(next === null ? [] : [next])].map(({ promotionId }) => promotionId));
  for (const { by } of missed) for (const id of by) named.add(id);
  return {
    currency,
    lines: priced.lines.map(({ sku, name, quantity, unitPrice, grossMinor, adjustments, totalMinor }) => ({
      ...{ sku, name, quantity, unitPrice, grossMinor, adjustments, totalMinor },
    })),
    totalMinor: priced.totalMinor,
    taxMinor: priced.taxMinor,
    applied: applied.map(({ promotionId, amountMinor, times, code }) => ({ promotionId, amountMinor, times, code })),
    missed: missed.map(({ by, ...one }) => ({ ...one, by: [...by] })),
    next,
    promotions: promotions.filter(({ id }) => named.has(id)).map(({ id, name, startsOn, endsOn }) => ({ id, name, startsOn, endsOn })),
  };
}

/** What promotions do to a sale, by the functions that the tills use: with a draft in the place of the promotion that it changes. */
export async function previewPromotions(db: Db, request: PreviewRequest): Promise<Result<PreviewAnswer, PreviewRefusal>> {
  const { draft, storeId, date, time, customerGroups, codes } = request;
  const wrong = draft === null ? null : promotionFault(draft);
  if (wrong !== null) return refuse({ code: 'bad_promotion', ...wrong });
  const store = await db.selectFrom('locations').select('id').where('id', '=', storeId).executeTakeFirst();
  if (store === undefined) return refuse({ code: 'unknown_store', field: 'storeId' });
  const { currency, prices_include_tax: pricesIncludeTax }: Company = await db
    .selectFrom('company')
    .select(['currency', 'prices_include_tax'])
    .executeTakeFirstOrThrow();
  const lines = await linesOf(db, request, currency);
  if (!lines.ok) return refuse({ code: 'unknown_product', field: `lines.${lines.refusal}.sku` });
  const known = await loadPromotions(db);
  const promotions = draft === null ? known : [...known.filter(({ id }) => id !== draft.id), draft];
  const coupons = couponsOfCodes(promotions, codes).map(({ couponId }) => couponId);
  const uses = await loadUsed(
    db,
    promotions.map(({ id }) => id),
    coupons,
  );
  const table = await readSetting(db, taxes, { storeId });
  const rounding = await readSetting(db, taxRounding, { storeId });
  const priced = priceSale(lines.value, {
    ...{ pricesIncludeTax, taxes: taxRulesOn(table, rounding, date), promotions, date, time, storeId, customerGroups, codes },
    ...uses,
  });
  return accept(answerOf(priced, promotions, currency));
}
