import { type Adjustment, addPromotions } from '../base/adjustment.ts';
import type { DocumentKey, StoreReader } from '../base/define-document.ts';
import type { DocumentEffect } from '../base/effect.ts';
import { portionOf } from '../base/money.ts';
import { storePromotionUseDocument } from './documents.ts';
import { storeUseId } from './promotion-use.ts';

/** What a line says of promotions. */
interface PromotedSaleLine {
  readonly lineNo: number;
  readonly quantity: number;
  readonly adjustments: readonly Adjustment[];
}

/** What a sale or a return adds to the uses of a promotion; a return gives back an amount, and no use, unless it is a void. */
export interface UseMove {
  /** The store that sold. */
  readonly storeId: string;
  readonly promotionId: string;
  readonly amountMinor: number;
  readonly uses: number;
}

/** What a sale adds: the amount that each promotion took off it, and one use. */
export function usesOfSale(sale: {
  readonly storeId: string;
  readonly lines: readonly Pick<PromotedSaleLine, 'adjustments'>[];
}): UseMove[] {
  const amounts = new Map<string, number>();
  for (const { adjustments } of sale.lines) addPromotions(adjustments, amounts);
  return [...amounts].map(([promotionId, amountMinor]) => ({ storeId: sale.storeId, promotionId, amountMinor, uses: 1 }));
}

/**
 * What a return takes back: the part of the amount that belonged to the units that came back (rule J9), whatever was refunded. A use stays
 * used, so that nobody uses a coupon once more by bringing the goods back, but for a sale that is voided: it counts as if it had not been.
 * Units that were never sold give nothing back.
 * @param sale as it was before the return.
 */
export function usesOfReturn(
  sale: { readonly storeId: string; readonly lines: readonly PromotedSaleLine[]; readonly returned: Readonly<Record<string, number>> },
  lines: readonly { readonly lineNo: number; readonly quantity: number }[],
  isVoid = false,
): UseMove[] {
  const amounts = new Map<string, number>();
  const returned = new Map(Object.entries(sale.returned));
  for (const { lineNo, quantity } of lines) {
    const sold = sale.lines.find((line) => line.lineNo === lineNo);
    if (sold === undefined) continue;
    const before = Math.min(sold.quantity, returned.get(String(lineNo)) ?? 0);
    const back = Math.min(quantity, sold.quantity - before);
    returned.set(String(lineNo), before + back);
    addPromotions(sold.adjustments, amounts, (amountMinor) => -portionOf(amountMinor, sold.quantity, before, back));
  }
  return [...amounts].map(([promotionId, amountMinor]) => ({
    storeId: sale.storeId,
    promotionId,
    amountMinor: amountMinor || 0,
    uses: isVoid ? -1 : 0,
  }));
}

/** What counting these looks at. */
export function readsOfUses(moves: readonly UseMove[]): DocumentKey[] {
  return moves.map(({ storeId, promotionId }) => storePromotionUseDocument.key(storeUseId(promotionId, storeId)));
}

/** Counts what a sale or a return adds to the uses of promotions, in the store that sold. */
export function countUses(reader: StoreReader, moves: readonly UseMove[]): DocumentEffect[] {
  return moves.flatMap(({ storeId, promotionId, amountMinor, uses }) => {
    const id = storeUseId(promotionId, storeId);
    const before = reader.get(storePromotionUseDocument, id);
    const after = (before?.amountMinor ?? 0) + amountMinor;
    if (!Number.isSafeInteger(after) || (amountMinor === 0 && uses === 0)) return [];
    return [storePromotionUseDocument.put({ id, promotionId, storeId, amountMinor: after, uses: (before?.uses ?? 0) + uses })];
  });
}
