import { accept, refuse, type Result } from '../base/result.ts';
import { type ArticlePart, articlePart } from './article-terms.ts';

/** Articles with their quantities as people write them: `SKU:20 SKU`. */
export function partsText(parts: readonly ArticlePart[]): string {
  return parts.map(({ sku, quantity }) => (quantity === 1 ? sku : `${sku}:${quantity}`)).join(' ');
}

/**
 * Reads articles with their quantities: SKUs or barcodes, each with `:` and a quantity where that is more than one.
 * @param most how many different ones there may be. Refuses what is no such list.
 */
export function readPartsText(text: string, most: number): Result<ArticlePart[], 'not_pairs'> {
  const words = text.split(/[\s;]+/).filter((word) => word !== '');
  const parts = words.map((word) => {
    const [sku = '', count = '1', ...more] = word.split(':');
    const read = articlePart.safeParse({ sku, quantity: /^\d{1,4}$/.test(count) && more.length === 0 ? Number(count) : null });
    return read.success ? read.data : null;
  });
  const read = parts.filter((one) => one !== null);
  return read.length < words.length || read.length > most ? refuse('not_pairs') : accept(read);
}
