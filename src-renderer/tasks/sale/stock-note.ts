export interface StockNote {
  readonly text: string;
  /** Whether the person should look twice. Nothing is ever prevented: the shelf wins (rule P4). */
  readonly warn: boolean;
}

/** What the counter says about the stock behind a line. `onHand` is null where this store has no record of the SKU. */
export function stockNote(onHand: number | null, reserved: number, quantity: number): StockNote {
  if (onHand === null) return { text: 'No stock on record here', warn: true };
  if (quantity > onHand) return { text: `${onHand} in stock by the book`, warn: true };
  if (reserved > 0 && quantity > onHand - reserved)
    return { text: `${onHand} in stock, ${reserved} promised to online orders`, warn: true };
  return { text: `${onHand} in stock`, warn: false };
}
