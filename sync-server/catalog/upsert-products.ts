import { sql } from 'kysely';
import { CATALOG_PAGE_SIZE, type Product } from '../../domain/catalog/product.ts';
import type { Tx } from '../db/database.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';

export interface UpsertedProducts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Products that were not written, because another product has their GTIN. */
  readonly gtinTaken: readonly { readonly sku: string; readonly gtin: string; readonly takenBy: string }[];
}

/** Any number that nobody else uses for an advisory lock: products are put on pages by one transaction at a time. */
const PAGE_LOCK = 7_240_301;

async function splitByGtin(tx: Tx, products: readonly Product[]): Promise<{ free: Product[]; taken: UpsertedProducts['gtinTaken'] }> {
  const gtins = products.flatMap((product) => (product.gtin === null ? [] : [product.gtin]));
  const owners = await tx.selectFrom('products').select(['sku', 'gtin']).where(sql<boolean>`gtin = any(${gtins}::text[])`).execute();
  const ownerOf = new Map(owners.map((owner) => [owner.gtin, owner.sku]));
  const free: Product[] = [];
  const taken: { sku: string; gtin: string; takenBy: string }[] = [];
  for (const product of products) {
    const owner = product.gtin === null ? undefined : ownerOf.get(product.gtin);
    if (product.gtin !== null && owner !== undefined && owner !== product.sku) {
      taken.push({ sku: product.sku, gtin: product.gtin, takenBy: owner });
    } else {
      if (product.gtin !== null) ownerOf.set(product.gtin, product.sku);
      free.push(product);
    }
  }
  return { free, taken };
}

/**
 * Writes products into the catalog, and names the catalog pages that have a new state. New ones go on the last page
 * and stay on theirs; writing the same again changes nothing. Of a SKU that stands twice the last one counts.
 */
export async function upsertProducts(tx: Tx, products: readonly Product[], changeItems: ChangeItem[]): Promise<UpsertedProducts> {
  await sql`select pg_advisory_xact_lock(${PAGE_LOCK}::bigint)`.execute(tx);
  const distinct = [...new Map(products.map((product) => [product.sku, product])).values()];
  const { free, taken } = await splitByGtin(tx, distinct);
  const { rows } = await sql<{ page: number; inserted: boolean }>`
    with r as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(free)}::jsonb) as r(
        sku text, gtin text, name text, brand text, category text, size text, "unitPrice" bigint, "taxClass" text,
        "minimumAge" int, "soldBy" text, "tareGrams" int, "weightGrams" int, "sizeMm" jsonb, terms jsonb)
    ), fresh as (
      select r.sku, ((select count(*) from products) + row_number() over (order by r.sku) - 1) / ${CATALOG_PAGE_SIZE}::int as page
      from r where not exists (select 1 from products p where p.sku = r.sku)
    )
    insert into products as p (sku, gtin, name, brand, category, size, unit_price, tax_class, minimum_age, sold_by, tare_grams,
      weight_grams, size_mm, terms, page)
    select r.sku, r.gtin, r.name, r.brand, r.category, r.size, r."unitPrice", r."taxClass", r."minimumAge", r."soldBy",
      r."tareGrams", r."weightGrams", r."sizeMm", r.terms, coalesce(fresh.page, 0)
    from r left join fresh on fresh.sku = r.sku
    on conflict (sku) do update set gtin = excluded.gtin, name = excluded.name, brand = excluded.brand,
      category = excluded.category, size = excluded.size, unit_price = excluded.unit_price, tax_class = excluded.tax_class,
      minimum_age = excluded.minimum_age, sold_by = excluded.sold_by,
      tare_grams = excluded.tare_grams, weight_grams = excluded.weight_grams, size_mm = excluded.size_mm,
      terms = excluded.terms
    where (p.gtin, p.name, p.brand, p.category, p.size, p.unit_price, p.tax_class, p.minimum_age, p.sold_by,
      p.tare_grams, p.weight_grams, p.size_mm, p.terms) is distinct from
      (excluded.gtin, excluded.name, excluded.brand, excluded.category, excluded.size, excluded.unit_price, excluded.tax_class,
        excluded.minimum_age, excluded.sold_by, excluded.tare_grams, excluded.weight_grams, excluded.size_mm, excluded.terms)
    returning p.page, (xmax = 0) as inserted`.execute(tx);
  for (const page of new Set(rows.map((row) => row.page))) changeItems.push({ scope: 'all', kind: 'catalog_page', id: String(page) });
  const inserted = rows.filter((row) => row.inserted).length;
  return { inserted, updated: rows.length - inserted, unchanged: free.length - rows.length, gtinTaken: taken };
}
