import { multiplyDivideRound } from '../base/money.ts';
import type { PromotedLine, PromotionOf } from './promotion.ts';

/** Steps of a line that a promotion acts on. */
export interface TakenSteps {
  /** Steps of 10^−`decimals` units; 0 where none is left for the line. */
  readonly steps: number;
  /** What they cost after the promotions before, in minor units. */
  readonly worthMinor: number;
}

/** A line by its measure; see PromotedLine for its steps. */
export interface MeasuredLine {
  readonly line: Pick<PromotedLine, 'quantity' | 'quantityDecimals'>;
  readonly netMinor: number;
}

/** Finest steps of a unit that any quantity has. */
const FINEST = 3;

/**
 * The first `most` units of the lines in their order, by line. Goods by weight count by what they weigh.
 * @param most units; null for all.
 */
export function firstSteps(lines: readonly MeasuredLine[], most: number | null): TakenSteps[] {
  if (most === null) return lines.map(({ line, netMinor }) => ({ steps: line.quantity, worthMinor: netMinor }));
  let left = most * 10 ** FINEST;
  return lines.map(({ line: { quantity, quantityDecimals = 0 }, netMinor }) => {
    const finest = 10 ** (FINEST - quantityDecimals);
    const steps = Math.min(quantity, Math.floor(left / finest));
    left -= steps * finest;
    return { steps, worthMinor: steps === quantity ? netMinor : multiplyDivideRound(netMinor, steps, quantity) };
  });
}

type UnitPromotion = PromotionOf<'percent_off'> | PromotionOf<'amount_off'> | PromotionOf<'fixed_price'>;

/** What a promotion on single units takes off a line of which these steps take part. */
function discountOf({ line, netMinor }: MeasuredLine, { steps, worthMinor }: TakenSteps, promotion: UnitPromotion): number {
  const { quantity, quantityDecimals = 0 } = line;
  switch (promotion.kind) {
    case 'percent_off':
      // Of a part of the line: both fractions at once, rounded once.
      return steps === quantity
        ? multiplyDivideRound(netMinor, promotion.basisPoints, 10_000)
        : multiplyDivideRound(netMinor, steps * promotion.basisPoints, quantity * 10_000);
    case 'amount_off':
      return Math.min(worthMinor, multiplyDivideRound(promotion.amountMinor, steps, 10 ** quantityDecimals));
    case 'fixed_price':
      return Math.max(0, worthMinor - multiplyDivideRound(promotion.priceMinor, steps, 10 ** quantityDecimals));
  }
}

/** What a promotion on single units takes off each line, in minor units, never more than the units cost. */
export function unitDiscounts(lines: readonly MeasuredLine[], promotion: UnitPromotion): number[] {
  const taken = firstSteps(lines, promotion.maxPerSale);
  return lines.map((line, index) => discountOf(line, taken[index] ?? { steps: 0, worthMinor: 0 }, promotion));
}
