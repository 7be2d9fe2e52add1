import type { CartLine } from '../../../domain/pricing/cart-line.ts';

/** What stands for an article number where an open item has none. */
export const OPEN_ITEM = 'OPEN-ITEM';

/** Goods that are sold without the catalog, as a person entered them. */
export interface OpenItem {
  /** What was scanned; null where nothing was. */
  readonly code: string | null;
  readonly name: string;
  /** Thousandths of a minor unit. */
  readonly unitPrice: number;
  readonly taxClass: string;
}

/**
 * The line of an open item. What was scanned counts as goods under its code, so that the head office hears of an article that it
 * does not know. What was not is no goods that any shelf keeps count of.
 */
export function openItemLine({ code, name, unitPrice, taxClass }: OpenItem): CartLine {
  const sku =
    code === null
      ? OPEN_ITEM
      : code
          .replace(/\p{Cc}+/gu, ' ')
          .trim()
          .slice(0, 64) || OPEN_ITEM;
  return { kind: sku === OPEN_ITEM ? 'service' : 'goods', sku, gtin: null, name, quantity: 1, unitPrice, priceSource: 'entered', taxClass };
}
