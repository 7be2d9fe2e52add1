import { lineTotal, multiplyDivideRound } from '../money/money.ts';
import type { PromotedLine, Promotion } from './promotion.ts';

export interface LineDiscount {
  readonly discountMinor: number;
  readonly promotionIds: readonly string[];
}

/** How many of the first `units` of a queue are free when the last `buy − pay` of every full `buy` are. */
function freeOfFirst(units: number, buy: number, pay: number): number {
  return Math.floor(units / buy) * Math.max(0, buy - pay) + Math.max(0, (units % buy) - pay);
}

/**
 * How many units of each line are free when the cheapest `buy − pay` of every `buy` are. The units queue up from the
 * dearest to the cheapest; they are counted, not listed, for a line may have a million of them.
 */
function freeUnits(lines: readonly PromotedLine[], buy: number, pay: number): number[] {
  const all = lines.reduce((sum, line) => sum + line.quantity, 0);
  const inFullGroups = all - (all % buy);
  const free = lines.map(() => 0);
  let queued = 0;
  for (const { line, index } of lines.map((line, index) => ({ line, index })).sort((a, b) => b.line.unitPrice - a.line.unitPrice || a.index - b.index)) {
    const from = Math.min(queued, inFullGroups);
    queued += line.quantity;
    free[index] = freeOfFirst(Math.min(queued, inFullGroups), buy, pay) - freeOfFirst(from, buy, pay);
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
