import { dateInZone } from '../../domain/base/zoned-date.ts';
import { groupBy } from '../../domain/base/group-by.ts';
import type { CartLine } from '../../domain/pricing/cart-line.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { goodsReturned, type ReturnRecorded } from '../../domain/returns/operations.ts';
import { lowestRecently } from '../../domain/returns/recent-price.ts';
import type { ReturnLine } from '../../domain/returns/return.ts';
import { noReceiptPolicy } from '../../domain/returns/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import { taxes, taxRounding } from '../../domain/tax/settings.ts';
import { taxRulesOn } from '../../domain/tax/tax-rules.ts';
import type { Tx } from '../db/database.ts';
import { loadPriceLists, loadPrices } from '../price-lists/load-prices.ts';
import { loadPromotions } from '../promotions/load-promotions.ts';
import { readSettings } from '../settings/read-setting.ts';

type Article = Omit<CartLine, 'quantity'>;

async function readArticles(tx: Tx, skus: readonly string[]): Promise<Map<string, Article>> {
  const rows = await tx
    .selectFrom('products')
    .select(['sku', 'gtin', 'name', 'brand', 'category', 'unit_price', 'tax_class'])
    .where('sku', 'in', skus)
    .execute();
  return new Map(rows.map(({ unit_price: unitPrice, tax_class: taxClass, ...row }) => [row.sku, { ...row, unitPrice, taxClass }]));
}

/** Everything that prices of many stores are made of. */
async function readBook(tx: Tx, skus: readonly string[]) {
  const lists = await loadPriceLists(tx);
  const prices = groupBy(await loadPrices(tx, [...lists.keys()], skus), ({ sku }) => sku);
  return { lists: [...lists.values()], pricesOf: (sku: string) => prices.get(sku) ?? [] };
}

/** What a line costs at least; what it gave where nobody can tell, because the catalog has no such article or makes no amount of it. */
function costOf(line: ReturnLine, article: Article | undefined, lowest: ReturnType<typeof lowestRecently>): number {
  if (article === undefined) return line.refundMinor;
  const { quantity, unit, quantityDecimals } = line;
  try {
    return lowest({ ...article, quantity, unit, quantityDecimals })?.totalMinor ?? line.refundMinor;
  } catch (error) {
    if (error instanceof RangeError) return line.refundMinor;
    throw error;
  }
}

/**
 * Reads what goods cost at least that came back without a receipt, by the function of the tills; null, and nothing is read, where nobody
 * brought any. What was given in another currency than the company's is left out.
 */
export async function readNoReceiptDue(tx: Tx, operations: readonly Operation[]): Promise<ReadonlyMap<string, number> | null> {
  const brought = operations.filter((one): one is ReturnRecorded => goodsReturned.is(one) && one.payload.origin.kind === 'no_receipt');
  if (brought.length === 0) return null;
  const skus = [...new Set(brought.flatMap(({ payload }) => payload.lines.map(({ sku }) => sku)))];
  const articles = await readArticles(tx, skus);
  const book = await readBook(tx, skus);
  const promotions = await loadPromotions(tx);
  const company = await tx.selectFrom('company').select(['currency', 'prices_include_tax']).executeTakeFirstOrThrow();
  const stores = [...new Set(brought.map(({ storeId }) => storeId))];
  const settings = await readSettings(tx, stores);
  const zones = await tx.selectFrom('locations').select(['id', 'timezone']).where('id', 'in', stores).execute();
  const zoneOf = new Map(zones.map(({ id, timezone }) => [id, timezone]));

  function costsOf({ storeId, at, payload }: ReturnRecorded): number {
    const date = dateInZone(Date.parse(at), zoneOf.get(storeId) ?? 'UTC');
    const rules = taxRulesOn(settingOf(settings, taxes, { storeId }), settingOf(settings, taxRounding, { storeId }), date);
    const { currency, prices_include_tax: pricesIncludeTax } = company;
    const { priceDays: days } = settingOf(settings, noReceiptPolicy, { storeId });
    const lowest = lowestRecently({ book, rules: { pricesIncludeTax, taxes: rules, promotions, date, storeId }, currency, days });
    return payload.lines.reduce((sum, line) => sum + costOf(line, articles.get(line.sku), lowest), 0);
  }

  const own = brought.filter(({ payload }) => payload.currency === company.currency);
  return new Map(own.map((one) => [one.id, costsOf(one)]));
}
