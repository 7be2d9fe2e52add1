import type { Adjustment } from '../base/adjustment.ts';
import { discountOf } from '../base/adjustment.ts';
import { lineTotal } from '../base/money.ts';
import { applyPromotions } from '../promotions/apply-promotions.ts';
import type { PromotionContext } from '../promotions/promotion-context.ts';
import type { PromotedLine, Promotion } from '../promotions/promotion.ts';

/** A line with what of it the customer keeps. */
export interface KeptLine extends PromotedLine {
  readonly kept: number;
}

/** What the kept units of each line cost when promotions act on them alone, in minor units. */
export function priceOfKept(lines: readonly KeptLine[], promotions: readonly Promotion[], context: PromotionContext): number[] {
  const members = lines.flatMap((line, index) => (line.kept > 0 ? [{ ...line, index }] : []));
  const priced = members.map(({ kept, index: _, ...line }) => ({
    ...line,
    quantity: kept,
    grossMinor: kept === line.quantity ? line.grossMinor : lineTotal(line.unitPrice, kept, line.quantityDecimals ?? 0),
  }));
  const found: Adjustment[][] = applyPromotions(priced, promotions, context).adjustments;
  const prices = lines.map(() => 0);
  members.forEach(({ index }, position) => {
    prices[index] = (priced[position]?.grossMinor ?? 0) - discountOf({ adjustments: found[position] ?? [] });
  });
  return prices;
}

/**
 * The refund of a return that is priced again: what was paid and not refunded yet, less the price of what is kept. It is never
 * negative: goods that lose their discount cost the customer nothing in addition.
 */
export function repricedRefund(unrefundedMinor: number, keptPrices: readonly number[]): number {
  return Math.max(0, unrefundedMinor - keptPrices.reduce((sum, price) => sum + price, 0));
}
