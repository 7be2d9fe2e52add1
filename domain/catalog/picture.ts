import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { articleTerms } from './article-terms.ts';

/** The most bytes of a picture that is handed in. */
export const PICTURE_BYTES = 5 * 1024 * 1024;

/** The longer side of a picture as it is kept, in pixels. */
export const PICTURE_SIDE = 256;

/** What a picture may be, by its own bytes. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** The SHA-256 of a picture as it is kept, in hex: it names that picture and no other. */
export const pictureHash = text.regex(/^[0-9a-f]{64}$/);

export const productQuery = z.strictObject({
  /** In the name, or the whole SKU or barcode. */
  text: text.max(200).default(''),
  /** The last SKU of the page before. */
  after: entityId.exactOptional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export const productRow = z.strictObject({
  sku: entityId,
  name: text,
  category: text,
  gtin: text.nullable(),
  picture: pictureHash.nullable(),
  /** How it is sold; null for plain goods. */
  terms: articleTerms.nullable(),
});

export const termsWritten = productRow.pick({ sku: true, terms: true });

export const productList = z.strictObject({ items: z.array(productRow), next: entityId.nullable() });

export const pictureWritten = z.strictObject({ sku: entityId, picture: pictureHash.nullable() });

export type ProductQuery = z.infer<typeof productQuery>;
export type ProductRow = z.infer<typeof productRow>;
export type ProductList = z.infer<typeof productList>;
export type TermsWritten = z.infer<typeof termsWritten>;
export type PictureWritten = z.infer<typeof pictureWritten>;
