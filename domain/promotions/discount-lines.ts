import { multiplyDivideRound } from '../base/money.ts';
import { multiBuyDiscounts } from './multi-buy.ts';
import type { PromotedLine, Promotion } from './promotion.ts';

export interface LineDiscount {
  readonly discountMinor: number;
  readonly promotionIds: readonly string[];
}

/**
 * What promotions take off each line, in minor units, never more than the line's gross. A discount over several lines
 * is spread over all of them (rule M2). A line takes part in one promotion: the first that holds on `date` and names its SKU.
 */
export function discountLines(lines: readonly PromotedLine[], promotions: readonly Promotion[], date: string): LineDiscount[] {
  const result: LineDiscount[] = lines.map(() => ({ discountMinor: 0, promotionIds: [] }));
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
      if (discountMinor > 0) result[index] = { discountMinor, promotionIds: [promotion.id] };
    });
  }
  return result;
}
