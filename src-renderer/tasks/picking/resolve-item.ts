import { codeRefusal, gtinsOf } from '../../../domain/barcodes/gtin.ts';
import { accept, refuse, type Result } from '../../../domain/base/result.ts';
import type { Catalog } from '../../kit/register-services.ts';
import { codeSentence } from '../../kit/sentences.ts';

/** Goods that a code may stand for, beside the catalog: the lines of an order or of a receipt. */
export interface KnownGoods {
  readonly lines: readonly { readonly sku: string; readonly gtin: string | null }[];
}

/**
 * The SKU that a scanned or typed code stands for. The orders' own lines are asked first, so that goods can be picked
 * which the catalog does not have, or not any more.
 * @returns the SKU, or a sentence that says why there is none.
 */
export function resolveItem(orders: readonly KnownGoods[], catalog: Pick<Catalog, 'lookup'>, code: string): Result<string, string> {
  const text = code.trim();
  const gtins = gtinsOf(text);
  for (const order of orders) {
    for (const line of order.lines) {
      const sameGtin = line.gtin !== null && gtins.includes(line.gtin.padStart(14, '0'));
      if (sameGtin || line.sku.toUpperCase() === text.toUpperCase()) return accept(line.sku);
    }
  }
  const product = catalog.lookup(text);
  if (product !== undefined) return accept(product.sku);
  return refuse(codeSentence(text, codeRefusal(text)));
}

/** What a person has in hand, for a refusal: the name of the article and what stands on its label. */
export function nameScanned(code: string, name: string | undefined): string {
  return name === undefined ? code : `${name} (${code})`;
}
