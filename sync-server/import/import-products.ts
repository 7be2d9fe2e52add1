import { sql } from 'kysely';
import { parseGtin } from '../../domain/barcodes/gtin.ts';
import { type Product, type SoldBy, soldBy } from '../../domain/catalog/product.ts';
import { accept, type Result } from '../../domain/base/result.ts';
import { importFaultOf } from '../../domain/office/import-fault.ts';
import { upsertProducts } from '../catalog/upsert-products.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { MOST_TARE_GRAMS } from '../../domain/weighing/line-weighing.ts';
import { importById } from './import-by-id.ts';
import { type Fault, fault, type Importer, readText } from './import-rows.ts';
import { readPrice } from './read-price.ts';
import type { Row } from './read-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

export const PRODUCT_COLUMNS = ['gtin', 'name', 'brand', 'category', 'size'] as const;

const BATCH = 5_000;
const MOST_CATEGORY = 200;

export interface ProductOptions {
  /** Of the prices: the company's, ISO 4217. */
  readonly currency: string;
  /** Thousandths of a minor unit: the price of new products when the file has none. */
  readonly defaultPrice: number;
  readonly taxClass: string;
}

interface Read {
  readonly line: number;
  readonly text: string;
  readonly product: Omit<Product, 'unitPrice' | 'minimumAge' | 'soldBy' | 'tareGrams'>;
  /** Null when the file has none. */
  readonly unitPrice: number | null;
  /** Undefined when the file does not say. */
  readonly minimumAge: number | null | undefined;
  /** Undefined when the file does not say. */
  readonly soldBy: SoldBy | undefined;
  readonly tareGrams: number | undefined;
}

/** A list of categories, from broad to narrow, as long as it fits. */
function shorten(categories: string): string {
  if (categories.length <= MOST_CATEGORY) return categories;
  const whole = categories.slice(0, MOST_CATEGORY + 1);
  const end = whole.lastIndexOf(',');
  return whole.slice(0, end > 0 ? end : MOST_CATEGORY).trim();
}

function readProduct(row: Row, { taxClass, currency }: ProductOptions): Result<Read, Fault> {
  const gtin = parseGtin(row.get('gtin'));
  if (!gtin.ok) return fault('gtin', gtin.refusal, {});
  const name = readText(row, 'name', 500);
  if (!name.ok) return name;
  const brand = readText(row, 'brand', 200, 0);
  if (!brand.ok) return brand;
  const category = readText(row, 'category', 2_000, 0);
  if (!category.ok) return category;
  const size = readText(row, 'size', 100, 0);
  if (!size.ok) return size;
  const price = row.get('price').trim() === '' ? accept(null) : readPrice(row, 'price', { currency, mayBeZero: true });
  if (!price.ok) return price;
  const age = readMinimumAge(row);
  if (!age.ok) return age;
  const by = readSoldBy(row);
  if (!by.ok) return by;
  const tare = readTare(row);
  if (!tare.ok) return tare;
  const product = {
    sku: gtin.value,
    gtin: gtin.value,
    name: name.value,
    brand: brand.value,
    category: shorten(category.value),
    size: size.value,
    taxClass: row.get('tax_class').trim() || taxClass,
  };
  const { line, text } = row;
  return accept({ line, text, product, unitPrice: price.value, minimumAge: age.value, soldBy: by.value, tareGrams: tare.value });
}

/** `0` takes the age away; a file without the column leaves it alone. */
function readMinimumAge(row: Row): Result<number | null | undefined, Fault> {
  const written = row.get('minimum_age').trim();
  if (written === '') return accept(undefined);
  const age = /^\d{1,2}$/.test(written) ? Number(written) : Number.NaN;
  return Number.isNaN(age) ? fault('minimum_age', 'not_age', {}) : accept(age === 0 ? null : age);
}

/** `kg` is for goods that are weighed when they are sold; a file without the column leaves it alone. */
function readSoldBy(row: Row): Result<SoldBy | undefined, Fault> {
  const written = row.get('sold_by').trim().toLowerCase();
  if (written === '') return accept(undefined);
  const read = soldBy.safeParse(written);
  return read.success ? accept(read.data) : fault('sold_by', 'not_sold_by', {});
}

/** What the packaging weighs, in grams; `0` takes it away, and a file without the column leaves it alone. */
function readTare(row: Row): Result<number | undefined, Fault> {
  const written = row.get('tare').trim();
  if (written === '') return accept(undefined);
  const grams = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  return grams <= MOST_TARE_GRAMS ? accept(grams) : fault('tare', 'not_tare', { most: MOST_TARE_GRAMS });
}

/** Products keep the price, the tax class, the minimum age, what their price is for and their tare unless the file says otherwise. */
async function keepPrices(tx: Tx, batch: readonly Read[], defaultPrice: number): Promise<{ products: Product[]; withoutPrice: number }> {
  const known = await tx
    .selectFrom('products')
    .select(['sku', 'unit_price', 'minimum_age', 'sold_by', 'tare_grams'])
    .where(sql<boolean>`sku = any(${batch.map((one) => one.product.sku)}::text[])`)
    .execute();
  const before = new Map(known.map((one) => [one.sku, one]));
  let withoutPrice = 0;
  const products = batch.map(({ product, unitPrice, minimumAge, soldBy: by, tareGrams }): Product => {
    const old = before.get(product.sku);
    const kept = unitPrice ?? old?.unit_price;
    if (kept === undefined) withoutPrice += 1;
    return {
      ...product,
      unitPrice: kept ?? defaultPrice,
      minimumAge: minimumAge === undefined ? (old?.minimum_age ?? null) : minimumAge,
      soldBy: by ?? old?.sold_by ?? 'piece',
      tareGrams: tareGrams ?? old?.tare_grams ?? 0,
    };
  });
  return { products, withoutPrice };
}

/**
 * Imports products. The SKU is the GTIN in 14 digits. Of a GTIN that stands twice the first row counts. A file without
 * a `price` column leaves prices alone; products that are new then get the default price, because nothing can be sold
 * without one.
 * @returns the importer, and how many products got the default price.
 */
export function productImporter(db: Db, options: ProductOptions): Importer & { readonly defaultPriced: () => number } {
  let defaultPriced = 0;
  const importer = importById<Read>({
    field: 'gtin',
    batchSize: BATCH,
    read: (row) => readProduct(row, options),
    idOf: ({ product }) => product.sku,
    write: async (taken) => {
      const { gtinTaken, withoutPrice } = await transact(db, async (tx) => {
        const changeItems: ChangeItem[] = [];
        const kept = await keepPrices(tx, taken, options.defaultPrice);
        const upserted = await upsertProducts(tx, kept.products, changeItems);
        await allocateChanges(tx, changeItems);
        return { ...upserted, withoutPrice: kept.withoutPrice };
      });
      defaultPriced += withoutPrice;
      const rows = new Map(taken.map((one) => [one.product.sku, one]));
      return gtinTaken.map(({ sku, takenBy }): RefusedRow => {
        const { line = 0, text = '' } = rows.get(sku) ?? {};
        return { line, text, ...importFaultOf('gtin', 'gtin_of_other', { sku: takenBy }) };
      });
    },
  });
  return { ...importer, defaultPriced: () => defaultPriced };
}
