import { sql } from 'kysely';
import type { ArticleTerms } from '../../domain/catalog/article-terms.ts';
import { gtinsOf } from '../../domain/barcodes/gtin.ts';
import type { Db } from '../db/database.ts';

/** An article of the catalog, as far as an order needs it. */
export interface Article {
  readonly sku: string;
  readonly name: string;
  readonly gtin: string | null;
  /** How it is sold; null for plain goods. */
  readonly terms: ArticleTerms | null;
}

/**
 * Finds articles by what others call them: the SKU, or the barcode in any of its lengths. An SKU that is written like a
 * barcode means the article with that SKU.
 * @returns by the code as it was given; codes that name nothing are not in it.
 */
export async function findArticles(db: Db, codes: readonly string[]): Promise<Map<string, Article>> {
  const wanted = new Map([...new Set(codes)].map((code) => [code, gtinsOf(code)]));
  const rows = await db
    .selectFrom('products')
    .select(['sku', 'name', 'gtin', 'terms'])
    .where(sql<boolean>`(sku = any(${[...wanted.keys()]}::text[]) or gtin = any(${[...wanted.values()].flat()}::text[]))`)
    .execute();
  const bySku = new Map(rows.map((row) => [row.sku, row]));
  const byGtin = new Map(rows.map((row) => [row.gtin, row]));
  return new Map(
    [...wanted].flatMap(([code, gtins]) => {
      const article = bySku.get(code) ?? gtins.flatMap((gtin) => byGtin.get(gtin) ?? [])[0];
      return article === undefined ? [] : [[code, article] as const];
    }),
  );
}
