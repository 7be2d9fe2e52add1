import { gtinsOf, parseGtin } from '../../../domain/barcodes/gtin.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import type { Catalog } from '../../kit/register-services.ts';
import { codeSentence } from '../../kit/sentences.ts';
import { words } from '../../words/words.ts';

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
  return { kind: 'unknown', sentence: codeSentence(text, gtin.ok || gtinsOf(text).length > 0 ? null : gtin.refusal) };
}

/** A number or a code of one's own, such as `4011` or `AB-1234`: half of it or more is digits. */
function isCode(text: string): boolean {
  const characters = text.replace(/[^\p{L}\p{N}]/gu, '');
  return characters !== '' && !/\p{L}\s+\p{L}/u.test(text) && characters.replace(/\D/g, '').length * 2 >= characters.length;
}

/**
 * What a text stands for that a person typed and confirmed: a whole code, or else the best that type-ahead finds for
 * words. A code that no product has sells nothing, though others may contain it, nor does a word with a typing error:
 * what is nearly meant has to be chosen.
 */
export function resolveTyped(catalog: Pick<Catalog, 'lookup' | 'search' | 'searchForgiving'>, text: string): Entry {
  const scanned = resolveScan(catalog, text);
  if (scanned.kind === 'product') return scanned;
  const [best] = catalog.search(text.trim(), 1);
  if (isCode(text))
    return best === undefined
      ? scanned
      : { kind: 'unknown', sentence: words('sale.chooseOrCorrectNumber', { sentence: scanned.sentence }) };
  if (best !== undefined) return { kind: 'product', product: best };
  const nearly = catalog.searchForgiving(text.trim(), 1).length > 0;
  return { kind: 'unknown', sentence: words(nearly ? 'sale.nearlyMatches' : 'sale.nothingMatches', { text: text.trim() }) };
}
