import type { Adjustment } from '../base/adjustment.ts';
import { applyPromotions } from './apply-promotions.ts';
import type { PromotedLine, Promotion } from './promotion.ts';

/** What promotions take off each line on a calendar day of the store, as adjustments; see {@link applyPromotions}. */
export function discountLines(lines: readonly PromotedLine[], promotions: readonly Promotion[], date: string): Adjustment[][] {
  return applyPromotions(lines, promotions, { date }).adjustments;
}
