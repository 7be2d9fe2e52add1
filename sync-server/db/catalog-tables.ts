import type { Generated } from 'kysely';
import type { ArticleTerms } from '../../domain/catalog/article-terms.ts';
import type { SoldBy } from '../../domain/catalog/product.ts';
import type { JsonOrNull } from './columns.ts';

interface ProductsTable {
  sku: string;
  gtin: string | null;
  name: string;
  brand: Generated<string>;
  category: Generated<string>;
  size: Generated<string>;
  /** Thousandths of a minor unit. */
  unit_price: number;
  tax_class: string;
  minimum_age: number | null;
  sold_by: Generated<SoldBy>;
  tare_grams: Generated<number>;
  /** How it is sold; null for plain goods. */
  terms: JsonOrNull<ArticleTerms>;
  weight_grams: number | null;
  size_mm: [number, number, number] | null;
  /** The hash of its picture. */
  picture: string | null;
  /** The catalog page it travels on; given once and kept. */
  page: number;
}

interface PicturesTable {
  hash: string;
  content: Uint8Array;
}

/** What is sold. */
export interface CatalogTables {
  pictures: PicturesTable;
  products: ProductsTable;
}
