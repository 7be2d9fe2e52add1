import { lineTotal, multiplyDivideRound } from '../money/money.ts';
import type { PromotedLine, Promotion } from './promotion.ts';

export interface LineDiscount {
  readonly discountMinor: number;
  readonly promotionIds: readonly string[];
}

/** How many units of each line are free when the cheapest `buy − pay` of every `buy` are. */
function freeUnits(lines: readonly PromotedLine[], buy: number, pay: number): number[] {
  const units = lines.flatMap((line, index) => Array.from({ length: line.quantity }, () => ({ index, price: line.unitPrice })));
  units.sort((a, b) => b.price - a.price || a.index - b.index);
  const free = lines.map(() => 0);
  for (let start = 0; start + buy <= units.length; start += buy) {
    for (const unit of units.slice(start + pay, start + buy)) free[unit.index] = (free[unit.index] ?? 0) + 1;
  }
  return free;
}

/**
 * What promotions take off each line, in minor units, never more than the line's gross. A line takes part in one
 * promotion: the first that holds on `date` and names its SKU.
 */
export function discountLines(lines: readonly PromotedLine[], promotions: readonly Promotion[], date: string): LineDiscount[] {
  const result: LineDiscount[] = lines.map(() => ({ discountMinor: 0, promotionIds: [] }));
  const taken = new Set<number>();
  for (const promotion of promotions) {
    if (date < promotion.startsOn || date > promotion.endsOn) continue;
    const members = lines.flatMap((line, index) => (promotion.skus.includes(line.sku) && !taken.has(index) ? [{ line, index }] : []));
    const free =
      promotion.kind === 'multi_buy' ? freeUnits(members.map((member) => member.line), promotion.buy, promotion.pay) : [];
    members.forEach(({ line, index }, position) => {
      taken.add(index);
      const discountMinor =
        promotion.kind === 'percent_off'
          ? multiplyDivideRound(line.grossMinor, promotion.basisPoints, 10_000)
          : lineTotal(line.unitPrice, free[position] ?? 0);
      if (discountMinor > 0) result[index] = { discountMinor, promotionIds: [promotion.id] };
    });
  }
  return result;
}
