import { sql } from 'kysely';
import { groupBy } from '../../domain/base/group-by.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { MOST_BELIEVED_MINOR } from '../../domain/base/limits.ts';
import { priceLines } from '../../domain/price-lists/price-lines.ts';
import { choosePrices } from '../../domain/price-lists/price-of.ts';
import type { CartLine } from '../../domain/pricing/cart-line.ts';
import { type PricedSale, type PriceRules, priceSale } from '../../domain/pricing/price-sale.ts';
import { type CustomerRules, rulesForCustomer } from '../../domain/pricing/rules-for-customer.ts';
import { couponsOfCodes } from '../../domain/promotions/coupon-codes.ts';
import { customerUseId, isCountedByCustomer } from '../../domain/promotions/coupon.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import type { SettingPlace } from '../../domain/settings/setting-of.ts';
import { taxes, taxRounding } from '../../domain/tax/settings.ts';
import { taxRulesOn } from '../../domain/tax/tax-rules.ts';
import { findArticles } from '../catalog/find-articles.ts';
import type { Db } from '../db/database.ts';
import { loadPriceLists, loadPrices } from '../price-lists/load-prices.ts';
import { readSetting } from '../settings/read-setting.ts';
import { loadUsed } from './load-promotions.ts';

/** Goods that a till has not scanned. */
export interface Basket {
  /** Each by its SKU, or by a barcode. */
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  /** The store that sells them; null for a parcel. */
  readonly storeId: string | null;
  /** Where taxes are looked up. */
  readonly taxedIn: SettingPlace;
  /** The calendar day and the time there. */
  readonly date: string;
  readonly time: string;
  /** Who buys; undefined where nobody is known. */
  readonly customer?: Customer | undefined;
  /** Groups, where no customer is named. */
  readonly customerGroups?: readonly string[];
  readonly codes: readonly string[];
  /** Points that the customer wants to use; none where it is left out. */
  readonly points?: number;
  readonly promotions: readonly Promotion[];
}

export interface PricedBasket extends Pick<CustomerRules<PriceRules>, 'taxExemptionId'> {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly priced: PricedSale;
}

/** Lines as a till scans them, at the catalog's price. @returns else the place of the first code that is not known. */
async function scanned(db: Db, lines: Basket['lines']): Promise<Result<CartLine[], number>> {
  const articles = await findArticles(
    db,
    lines.map(({ sku }) => sku),
  );
  const skus = [...new Set([...articles.values()].map(({ sku }) => sku))];
  const rows = await db
    .selectFrom('products')
    .select(['sku', 'gtin', 'name', 'brand', 'category', 'unit_price', 'tax_class'])
    .where(sql<boolean>`sku = any(${skus}::text[])`)
    .execute();
  const products = new Map(rows.map((row) => [row.sku, row]));
  const found: CartLine[] = [];
  for (const [index, { sku: code, quantity }] of lines.entries()) {
    const article = articles.get(code);
    const product = products.get(article?.sku ?? '');
    if (product === undefined) return refuse(index);
    const { sku, gtin, name, brand, category, unit_price: unitPrice, tax_class: taxClass } = product;
    const kind = article?.terms?.kind;
    found.push({ ...(kind !== undefined && { kind }), sku, gtin, name, brand, category, quantity, unitPrice, taxClass });
  }
  return accept(found);
}

async function atLists(db: Db, lines: readonly CartLine[], basket: Basket, currency: string): Promise<readonly CartLine[]> {
  const { date, storeId, customer, customerGroups = [] } = basket;
  const lists = await loadPriceLists(db);
  const prices = await loadPrices(db, [...lists.keys()], [...new Set(lines.map(({ sku }) => sku))]);
  const bySku = groupBy(prices, ({ sku }) => sku);
  const context = { date, storeId, customerId: customer?.id ?? null, customerGroups: customer?.groups ?? customerGroups, currency };
  return priceLines(lines, choosePrices({ lists: lists.values(), pricesOf: (sku) => bySku.get(sku) ?? [] }, context));
}

/** What the counts of promotions say that matter for a basket. */
function usesFor(db: Db, { promotions, codes, customer, date }: Basket) {
  const ids = couponsOfCodes(promotions, codes).map(({ couponId }) => couponId);
  const limited = customer === undefined ? [] : promotions.filter(isCountedByCustomer);
  const ofCustomer = customer === undefined ? [] : limited.map((one) => customerUseId(one, customer.id, date));
  return loadUsed(
    db,
    promotions.map(({ id }) => id),
    [...ids, ...ofCustomer],
  );
}

/** What the goods cost; null where that is no amount that the pool would believe of a sale. */
function believable(lines: readonly CartLine[], rules: PriceRules): PricedSale | null {
  try {
    const priced = priceSale(lines, rules);
    return priced.lines.some(({ grossMinor }) => grossMinor > MOST_BELIEVED_MINOR) || priced.totalMinor > MOST_BELIEVED_MINOR
      ? null
      : priced;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Prices goods as a till does, by the same functions: lists, promotions, taxes of the place. Nothing is written.
 * @returns else the place of the first line that the catalog does not know, or that the goods cost too much to be true.
 */
export async function priceBasket(db: Db, basket: Basket): Promise<Result<PricedBasket, number | 'amount_not_valid'>> {
  const { storeId, taxedIn, date, time, customer, customerGroups = [], codes, promotions, points = 0 } = basket;
  const { currency, prices_include_tax: pricesIncludeTax } = await db
    .selectFrom('company')
    .select(['currency', 'prices_include_tax'])
    .executeTakeFirstOrThrow();
  const lines = await scanned(db, basket.lines);
  if (!lines.ok) return lines;
  const listed = await atLists(db, lines.value, basket, currency);
  const table = await readSetting(db, taxes, taxedIn);
  const rounding = await readSetting(db, taxRounding, taxedIn);
  const forAnybody: PriceRules = {
    ...{ pricesIncludeTax, taxes: taxRulesOn(table, rounding, date), promotions, date, time, customerGroups, codes, points },
    ...(storeId !== null && { storeId }),
    ...(await usesFor(db, basket)),
  };
  const { rules, taxExemptionId } =
    customer === undefined ? { rules: forAnybody, taxExemptionId: null } : rulesForCustomer(forAnybody, customer);
  const priced = believable(listed, rules);
  return priced === null ? refuse('amount_not_valid') : accept({ currency, pricesIncludeTax, taxExemptionId, priced });
}
