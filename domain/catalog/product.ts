import { z } from 'zod';
import { unitPrice } from '../base/money.ts';
import { entityId } from '../base/envelope.ts';
import { sizeMm } from '../base/measure.ts';
import { text } from '../base/text.ts';
import { tareGrams } from '../weighing/line-weighing.ts';
import { articleTerms } from './article-terms.ts';

/** What the price of a product is for: a piece, or a kilogram of goods that are weighed when they are sold. */
export const soldBy = z.enum(['piece', 'kg']);

/** The heaviest piece that is believed, in grams. */
export const MOST_PIECE_GRAMS = 1_000_000;

const pieceGrams = z.number().int().min(1).max(MOST_PIECE_GRAMS);

export type SoldBy = z.infer<typeof soldBy>;

/** A product as the catalog knows it. */
export const product = z.strictObject({
  sku: entityId,
  /** 14 digits, or null for goods without one. */
  gtin: text.regex(/^\d{14}$/).nullable(),
  name: text.min(1).max(500),
  brand: text.max(200),
  category: text.max(200),
  size: text.max(100),
  unitPrice,
  taxClass: entityId,
  /** From which age on it is sold, in years; null for goods for everybody. */
  minimumAge: z.number().int().min(1).max(99).nullable().default(null),
  soldBy: soldBy.default('piece'),
  /** What its packaging weighs, in grams: it is taken off the weight that a scale shows. */
  tareGrams,
  /** How it is sold, where that is not as plain goods. */
  terms: articleTerms.exactOptional(),
  /** What one piece weighs with its packaging, in grams; left out where nobody said. */
  weightGrams: pieceGrams.exactOptional(),
  /** How large one piece is with its packaging; left out where nobody said. */
  sizeMm: sizeMm.exactOptional(),
});

export type Product = z.infer<typeof product>;

/** Products travel and are stored as pages of this many: many small documents take minutes where pages take seconds. */
export const CATALOG_PAGE_SIZE = 500;

/** One page of the catalog, a column an attribute; index `i` of every column is the same product. */
export const catalogPage = z.strictObject({
  page: z.number().int().min(0),
  sku: z.array(text),
  gtin: z.array(text.nullable()),
  name: z.array(text),
  brand: z.array(text),
  category: z.array(text),
  size: z.array(text),
  unitPrice: z.array(z.number()),
  taxClass: z.array(text),
  /** Empty where no product of the page asks for an age. */
  minimumAge: z.array(z.number().nullable()).default([]),
  /** Empty where all products of the page are sold by the piece. */
  soldBy: z.array(soldBy).default([]),
  /** Empty where no product of the page has a tare. */
  tareGrams: z.array(z.number()).default([]),
  /** Empty where nobody said what any product of the page weighs. */
  weightGrams: z.array(pieceGrams.nullable()).default([]),
  /** Empty where nobody said how large any product of the page is. */
  sizeMm: z.array(sizeMm.nullable()).default([]),
  /** The hashes of their pictures; empty where no product of the page has one. */
  picture: z.array(text.nullable()).default([]),
  /** Left out where all products of the page are plain goods: such a page is what it was before there were others. */
  terms: z.array(articleTerms.nullable()).exactOptional(),
});

export type CatalogPage = z.infer<typeof catalogPage>;
