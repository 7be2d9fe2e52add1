import { z } from 'zod';
import { unitPrice } from '../money/money.ts';
import { entityId } from '../operation/envelope.ts';

/** A product as the catalog knows it. */
export const product = z.strictObject({
  sku: entityId,
  /** 14 digits, or null for goods without one. */
  gtin: z.string().regex(/^\d{14}$/).nullable(),
  name: z.string().min(1).max(500),
  brand: z.string().max(200),
  category: z.string().max(200),
  size: z.string().max(100),
  unitPrice,
  taxClass: entityId,
});

export type Product = z.infer<typeof product>;

/** Products travel and are stored as pages of this many: many small documents take minutes where pages take seconds. */
export const CATALOG_PAGE_SIZE = 500;

/** One page of the catalog, a column an attribute; index `i` of every column is the same product. */
export const catalogPage = z.strictObject({
  page: z.number().int().min(0),
  sku: z.array(z.string()),
  gtin: z.array(z.string().nullable()),
  name: z.array(z.string()),
  brand: z.array(z.string()),
  category: z.array(z.string()),
  size: z.array(z.string()),
  unitPrice: z.array(z.number()),
  taxClass: z.array(z.string()),
});

export type CatalogPage = z.infer<typeof catalogPage>;
