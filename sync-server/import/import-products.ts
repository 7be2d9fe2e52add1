import { sql } from 'kysely';
import { sizeMm } from '../../domain/base/measure.ts';
import { parseGtin } from '../../domain/barcodes/gtin.ts';
import { MOST_PIECE_GRAMS, type Product, type SoldBy, soldBy } from '../../domain/catalog/product.ts';
import { accept, type Result } from '../../domain/base/result.ts';
import { importFaultOf } from '../../domain/office/import-fault.ts';
import { checkTerms, type RefusedTerms } from '../catalog/check-terms.ts';
import { upsertProducts } from '../catalog/upsert-products.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { MOST_TARE_GRAMS } from '../../domain/weighing/line-weighing.ts';
import { importById } from './import-by-id.ts';
import { type Fault, fault, type Importer, readText } from './import-rows.ts';
import { readTerms, type SaidTerms, termsAfter } from './read-terms.ts';
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
  readonly product: Omit<Product, 'unitPrice' | 'minimumAge' | 'soldBy' | 'tareGrams' | 'weightGrams' | 'sizeMm' | 'terms'>;
  /** Null when the file has none. */
  readonly unitPrice: number | null;
  /** Undefined when the file does not say. */
  readonly minimumAge: number | null | undefined;
  /** Undefined when the file does not say. */
  readonly soldBy: SoldBy | undefined;
  readonly tareGrams: number | undefined;
  readonly weightGrams: number | null | undefined;
  readonly measures: Product['sizeMm'] | null;
  readonly terms: SaidTerms;
}

/** A list of categories, from broad to narrow, as long as it fits. */
function shorten(categories: string): string {
  if (categories.length <= MOST_CATEGORY) return categories;
  const whole = categories.slice(0, MOST_CATEGORY + 1);
  const end = whole.lastIndexOf(',');
  return whole.slice(0, end > 0 ? end : MOST_CATEGORY).trim();
}

function readProduct(row: Row, { taxClass, currency }: ProductOptions): Result<Read, Fault> {
  const codes = readCodes(row);
  if (!codes.ok) return codes;
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
  const weight = readWeight(row);
  if (!weight.ok) return weight;
  const measures = readMeasures(row);
  if (!measures.ok) return measures;
  const terms = readTerms(row);
  if (!terms.ok) return terms;
  const product = {
    ...codes.value,
    name: name.value,
    brand: brand.value,
    category: shorten(category.value),
    size: size.value,
    taxClass: row.get('tax_class').trim() || taxClass,
  };
  const { line, text } = row;
  const said = { unitPrice: price.value, minimumAge: age.value, soldBy: by.value, tareGrams: tare.value, terms: terms.value };
  const sized = { weightGrams: weight.value, measures: measures.value };
  return accept({ line, text, product, ...said, ...sized });
}

/** The SKU is the barcode in 14 digits; a service or a deposit has none as a rule, and is named by the column `sku`. */
function readCodes(row: Row): Result<Pick<Product, 'sku' | 'gtin'>, Fault> {
  if (row.get('gtin').trim() === '' && row.get('sku').trim() !== '') {
    const sku = readText(row, 'sku', 64);
    return sku.ok ? accept({ sku: sku.value, gtin: null }) : sku;
  }
  const gtin = parseGtin(row.get('gtin'));
  return gtin.ok ? accept({ sku: gtin.value, gtin: gtin.value }) : fault('gtin', gtin.refusal, {});
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

/** What a piece weighs, in grams; `0` takes it away, and a file without the column leaves it alone. */
function readWeight(row: Row): Result<number | null | undefined, Fault> {
  const written = row.get('weight').trim();
  if (written === '') return accept(undefined);
  const grams = /^\d{1,7}$/.test(written) ? Number(written) : Number.NaN;
  return grams <= MOST_PIECE_GRAMS ? accept(grams === 0 ? null : grams) : fault('weight', 'not_tare', { most: MOST_PIECE_GRAMS });
}

/** How large a piece is, `300x200x100` in millimetres; `0` takes it away, and a file without the column leaves it alone. */
function readMeasures(row: Row): Result<Product['sizeMm'] | null, Fault> {
  const written = row.get('dimensions').trim();
  if (written === '') return accept(undefined);
  if (written === '0') return accept(null);
  const read = sizeMm.safeParse(written.split(/ *[x×] */i).map(Number));
  return read.success ? accept(read.data) : fault('dimensions', 'not_size', {});
}

/** Products keep their price, minimum age, tare, weight, size and terms unless the file says otherwise. */
async function keepPrices(tx: Tx, batch: readonly Read[], defaultPrice: number): Promise<{ products: Product[]; withoutPrice: number }> {
  const known = await tx
    .selectFrom('products')
    .select(['sku', 'unit_price', 'minimum_age', 'sold_by', 'tare_grams', 'weight_grams', 'size_mm', 'terms'])
    .where(sql<boolean>`sku = any(${batch.map((one) => one.product.sku)}::text[])`)
    .execute();
  const before = new Map(known.map((one) => [one.sku, one]));
  let withoutPrice = 0;
  const products = batch.map(({ product, unitPrice, minimumAge, soldBy: by, tareGrams, weightGrams, measures, terms: said }): Product => {
    const old = before.get(product.sku);
    const kept = unitPrice ?? old?.unit_price;
    if (kept === undefined) withoutPrice += 1;
    const terms = termsAfter(old?.terms ?? null, said);
    const weight = weightGrams === undefined ? old?.weight_grams : weightGrams;
    const size = measures === undefined ? old?.size_mm : measures;
    return {
      ...product,
      unitPrice: kept ?? defaultPrice,
      minimumAge: minimumAge === undefined ? (old?.minimum_age ?? null) : minimumAge,
      soldBy: by ?? old?.sold_by ?? 'piece',
      tareGrams: tareGrams ?? old?.tare_grams ?? 0,
      ...(weight != null && { weightGrams: weight }),
      ...(size != null && { sizeMm: size }),
      ...(terms !== null && { terms }),
    };
  });
  return { products, withoutPrice };
}

/** Where refused terms stand in a row. */
function termsFault({ refusal, names }: Pick<RefusedTerms, 'refusal' | 'names'>): Fault {
  const sku = names ?? '';
  switch (refusal) {
    case 'terms_apart':
      return importFaultOf('kind', refusal, {});
    case 'tax_of_goods_not_deposit':
      return importFaultOf('tax_of_goods', refusal, {});
    case 'component_not_goods':
      return importFaultOf('components', refusal, { sku });
    case 'deposit_not_deposit':
      return importFaultOf('deposits', refusal, { sku });
    case 'part_twice':
      return importFaultOf('', refusal, {});
    case 'part_unknown':
      return importFaultOf('', refusal, { sku });
  }
}

/**
 * Imports products. The SKU is the GTIN in 14 digits, or that of the column `sku` where there is no GTIN. Of a SKU that stands twice
 * the first row counts. A file without a `price` column leaves prices alone; products that are new then get the default price, because
 * nothing can be sold without one.
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
      const { gtinTaken, refusedTerms, withoutPrice } = await transact(db, async (tx) => {
        const changeItems: ChangeItem[] = [];
        const kept = await keepPrices(tx, taken, options.defaultPrice);
        const { fine, refused } = await checkTerms(tx, kept.products);
        const upserted = await upsertProducts(tx, fine, changeItems);
        await allocateChanges(tx, changeItems);
        return { ...upserted, refusedTerms: refused, withoutPrice: kept.withoutPrice };
      });
      defaultPriced += withoutPrice;
      const rows = new Map(taken.map((one) => [one.product.sku, one]));
      const at = (sku: string) => ({ line: rows.get(sku)?.line ?? 0, text: rows.get(sku)?.text ?? '' });
      return [
        ...gtinTaken.map(({ sku, takenBy }): RefusedRow => ({ ...at(sku), ...importFaultOf('gtin', 'gtin_of_other', { sku: takenBy }) })),
        ...refusedTerms.map(({ sku, ...why }): RefusedRow => ({ ...at(sku), ...termsFault(why) })),
      ];
    },
  });
  return { ...importer, defaultPriced: () => defaultPriced };
}
