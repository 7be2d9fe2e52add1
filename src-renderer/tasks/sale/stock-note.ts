import { words } from '../../../texts/words/words.ts';

export interface StockNote {
  readonly text: string;
  /** Whether the person should look twice. Nothing is ever prevented: the shelf wins (rule P4). */
  readonly warn: boolean;
}

/** What the counter says about the stock behind a line. `onHand` is null where this store has no record of the SKU. */
export function stockNote(onHand: number | null, reserved: number, quantity: number): StockNote {
  if (onHand === null) return { text: words('sale.noStockRecord'), warn: true };
  if (quantity > onHand) return { text: words('sale.inStockByBook', { count: onHand }), warn: true };
  if (reserved > 0 && quantity > onHand - reserved) return { text: words('sale.inStockPromised', { count: onHand, reserved }), warn: true };
  return { text: words('sale.inStock', { count: onHand }), warn: false };
}
