import { sql } from 'kysely';
import { parseGtin } from '../../domain/barcodes/gtin.ts';
import { type ArticlePart, type NamedArticle, type TermsRefusal, whyNotTerms } from '../../domain/catalog/article-terms.ts';
import type { Product } from '../../domain/catalog/product.ts';
import type { Tx } from '../db/database.ts';
import { findArticles } from './find-articles.ts';

type Termed = Pick<Product, 'sku' | 'soldBy' | 'terms'>;

export interface RefusedTerms {
  readonly sku: string;
  readonly refusal: TermsRefusal;
  /** The article that they name and should not; null where it is none. */
  readonly names: string | null;
}

/** The products, with the SKU of each article that their terms name by its barcode. */
async function withSkus<P extends Termed>(tx: Tx, products: readonly P[]): Promise<P[]> {
  const named = products.flatMap(({ terms }) => [...(terms?.deposits ?? []), ...(terms?.components ?? [])].map(({ sku }) => sku));
  const known = await findArticles(tx, named);
  const own = new Set(products.map(({ sku }) => sku));
  const skuOf = (code: string): string => {
    const gtin = parseGtin(code);
    const isOwn = !own.has(code) && gtin.ok && own.has(gtin.value);
    return known.get(code)?.sku ?? (isOwn ? gtin.value : code);
  };
  const parts = (given: readonly ArticlePart[]) => given.map(({ sku, quantity }) => ({ sku: skuOf(sku), quantity }));
  return products.map((product) => {
    if (product.terms === undefined) return product;
    const { deposits, components, ...terms } = product.terms;
    const named = { ...(deposits && { deposits: parts(deposits) }), ...(components && { components: parts(components) }) };
    return { ...product, terms: { ...terms, ...named } };
  });
}

/**
 * Reads what the terms of products name, and tells those whose terms cannot be. What they name is among them, or in the catalog.
 * @returns the others, which name articles by their SKUs.
 */
export async function checkTerms<P extends Termed>(tx: Tx, given: readonly P[]): Promise<{ fine: P[]; refused: RefusedTerms[] }> {
  if (given.every(({ terms }) => terms === undefined)) return { fine: [...given], refused: [] };
  const products = await withSkus(tx, given);
  const named = products.flatMap(({ terms }) => [...(terms?.deposits ?? []), ...(terms?.components ?? [])].map(({ sku }) => sku));
  const known = await tx
    .selectFrom('products')
    .select(['sku', 'sold_by', 'terms'])
    .where(sql<boolean>`sku = any(${[...new Set(named)]}::text[])`)
    .execute();
  const articles = new Map<string, NamedArticle>(known.map(({ sku, sold_by, terms }) => [sku, { soldBy: sold_by, terms }]));
  for (const { sku, soldBy, terms = null } of products) articles.set(sku, { soldBy, terms });
  const refused = products.flatMap(({ sku, soldBy, terms = null }): RefusedTerms[] => {
    const why = whyNotTerms({ soldBy, terms }, (one) => articles.get(one));
    return why === null ? [] : [{ sku, refusal: why.refusal, names: why.sku }];
  });
  const isRefused = new Set(refused.map(({ sku }) => sku));
  return { fine: products.filter(({ sku }) => !isRefused.has(sku)), refused };
}
