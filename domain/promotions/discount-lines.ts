import { type Adjustment } from '../base/adjustment.ts';
import { multiplyDivideRound } from '../base/money.ts';
import { multiBuyDiscounts } from './multi-buy.ts';
import type { PromotedLine, Promotion } from './promotion.ts';

/**
 * What promotions take off each line, as adjustments, never more than the line's gross. A discount over several lines
 * is spread over all of them (rule M2). A line takes part in one promotion: the first that holds on `date` and names its SKU.
 */
export function discountLines(lines: readonly PromotedLine[], promotions: readonly Promotion[], date: string): Adjustment[][] {
  const result: Adjustment[][] = lines.map(() => []);
  const taken = new Set<number>();
  for (const promotion of promotions) {
    if (date < promotion.startsOn || date > promotion.endsOn) continue;
    const members = lines.flatMap((line, index) => (promotion.skus.includes(line.sku) && !taken.has(index) ? [{ line, index }] : []));
    const multiBuy =
      promotion.kind === 'multi_buy'
        ? multiBuyDiscounts(
            members.map((member) => member.line),
            promotion.buy,
            promotion.pay,
          )
        : [];
    members.forEach(({ line, index }, position) => {
      taken.add(index);
      const discountMinor =
        promotion.kind === 'percent_off' ? multiplyDivideRound(line.grossMinor, promotion.basisPoints, 10_000) : (multiBuy[position] ?? 0);
      if (discountMinor > 0) {
        const { id: sourceId } = promotion;
        result[index] = [{ source: 'promotion', sourceId, amountMinor: -discountMinor, reason: null, approvedBy: null }];
      }
    });
  }
  return result;
}
