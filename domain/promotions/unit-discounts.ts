import { multiplyDivideRound } from '../base/money.ts';
import type { PromotionOf } from './promotion.ts';

/** Steps of a line that a promotion acts on. */
export interface TakenSteps {
  /** Steps of 10^−`decimals` units; 0 where none is left for the line. */
  readonly steps: number;
  /** What they cost after the promotions before, in minor units. */
  readonly worthMinor: number;
}

export interface MeasuredLine {
  readonly quantity: number;
  readonly decimals: number;
  readonly netMinor: number;
}

/** Finest steps of a unit that any quantity has. */
const FINEST = 3;

/**
 * The first `most` units of the lines in their order, by line. Goods by weight count by what they weigh.
 * @param most units; null for all.
 */
export function firstSteps(lines: readonly MeasuredLine[], most: number | null): TakenSteps[] {
  let left = most === null ? Number.POSITIVE_INFINITY : most * 10 ** FINEST;
  return lines.map(({ quantity, decimals, netMinor }) => {
    const finest = 10 ** (FINEST - decimals);
    const steps = Math.min(quantity, Math.floor(left / finest));
    left -= steps * finest;
    return { steps, worthMinor: steps === quantity ? netMinor : multiplyDivideRound(netMinor, steps, quantity) };
  });
}

type UnitPromotion = PromotionOf<'percent_off'> | PromotionOf<'amount_off'> | PromotionOf<'fixed_price'>;

/** What a promotion on single units takes off each line, in minor units, never more than the units cost. */
export function unitDiscounts(lines: readonly MeasuredLine[], promotion: UnitPromotion): number[] {
  return firstSteps(lines, promotion.maxPerSale).map(({ steps, worthMinor }, index) => {
    const { quantity, decimals, netMinor } = lines[index] ?? { quantity: 0, decimals: 0, netMinor: 0 };
    const scale = 10 ** decimals;
    switch (promotion.kind) {
      case 'percent_off':
        // Of a part of the line: both fractions at once, rounded once.
        return steps === quantity
          ? multiplyDivideRound(netMinor, promotion.basisPoints, 10_000)
          : multiplyDivideRound(netMinor, steps * promotion.basisPoints, quantity * 10_000);
      case 'amount_off':
        return Math.min(worthMinor, multiplyDivideRound(promotion.amountMinor, steps, scale));
      case 'fixed_price':
        return Math.max(0, worthMinor - multiplyDivideRound(promotion.priceMinor, steps, scale));
    }
  });
}
