import { parseGtin } from '../../domain/catalog/gtin.ts';
import type { Product } from '../../domain/catalog/product.ts';
import type { Catalog } from '../app/register-services.ts';
import { codeSentence } from '../app/sentences.ts';

export type Entry =
  | { readonly kind: 'product'; readonly product: Product }
  /** No product; `sentence` says why in plain words. */
  | { readonly kind: 'unknown'; readonly sentence: string };

/** What a scanned code stands for. */
export function resolveScan(catalog: Pick<Catalog, 'lookup'>, code: string): Entry {
  const text = code.trim();
  const product = catalog.lookup(text);
  if (product !== undefined) return { kind: 'product', product };
  const gtin = parseGtin(text);
  return { kind: 'unknown', sentence: codeSentence(text, gtin.ok ? null : gtin.refusal) };
}

/** What a text stands for that a person typed and confirmed: a whole code, or else the best that type-ahead finds. */
export function resolveTyped(catalog: Pick<Catalog, 'lookup' | 'search'>, text: string): Entry {
  const scanned = resolveScan(catalog, text);
  if (scanned.kind === 'product') return scanned;
  const [best] = catalog.search(text.trim(), 1);
  if (best !== undefined) return { kind: 'product', product: best };
  return /^[\d\s-]+$/.test(text) ? scanned : { kind: 'unknown', sentence: `Nothing in the catalog matches “${text.trim()}”.` };
}
