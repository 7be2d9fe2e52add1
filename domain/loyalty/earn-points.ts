import type { CartLine } from '../pricing/cart-line.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import type { LoyaltyBoost, LoyaltyRule } from './settings.ts';

/** What decides about points, as the head office says. */
export interface Earning {
  readonly rule: LoyaltyRule;
  readonly excluded: readonly string[];
  readonly boosts: readonly LoyaltyBoost[];
  /** The calendar day in the store. */
  readonly date: string;
}

/** As many as a line earns at most: sums of them are still counted exactly. */
const MOST_POINTS = 1_000_000_000_000n;

const EARNS: ReadonlySet<SaleLine['kind']> = new Set(['goods', 'service']);

/** How often goods of a category earn: 1 on most days, and the highest of several multiples. */
function timesOf(category: string | null | undefined, { boosts, date }: Earning): number {
  return boosts
    .filter(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)
    .filter((one) => one.category === null || one.category === category)
    .reduce((most, { times }) => Math.max(most, times), 1);
}

/**
 * The points that each line of a sale earns: for what it costs after all discounts, whole points alone. Gift cards, fees, deposits and
 * payments on account earn none.
 * @param cart the lines as they were on the counter, in the same order.
 */
export function earnPoints(lines: readonly SaleLine[], cart: readonly Pick<CartLine, 'category'>[], earning: Earning): SaleLine[] {
  const { rule, excluded } = earning;
  return lines.map((line, index) => {
    const category = cart[index]?.category;
    const isOut = !EARNS.has(line.kind) || (category != null && excluded.includes(category));
    if (rule.points === 0 || isOut) return line;
    const points = (BigInt(line.totalMinor) * BigInt(rule.points) * BigInt(timesOf(category, earning))) / BigInt(rule.forMinor);
    return { ...line, points: points < MOST_POINTS ? Number(points) : Number(MOST_POINTS) };
  });
}
