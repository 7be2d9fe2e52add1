import { largestRemainder } from '../base/largest-remainder.ts';
import type { DecidedDiscount } from './cart-line.ts';
import { type Adjustments, type OpenLine, takenOff } from './open-line.ts';

/** Gift cards and deposits are money that is given back later: no discount of the sale makes them cheaper. */
const isDiscounted = ({ line }: OpenLine) => line.kind !== 'gift_card' && line.kind !== 'deposit';

/** A discount of the whole sale, spread over its lines by what they cost so far, by largest remainder (rules M1 and M2). */
export function spreadSaleDiscount(lines: readonly OpenLine[], discount: DecidedDiscount | undefined): Adjustments {
  if (discount === undefined) return [];
  const weights = lines.map((line) => BigInt(isDiscounted(line) ? line.leftMinor : 0));
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) return [];
  const total = BigInt(takenOff(discount, Number(sum)));
  const shares = sum < 0n ? weights.map((weight) => -weight * total) : weights.map((weight) => weight * total);
  const { reason, approvedBy } = discount;
  return largestRemainder(total, shares, sum < 0n ? -sum : sum).map((share) =>
    share === 0n ? [] : [{ source: 'sale_discount', sourceId: null, amountMinor: -Number(share), reason, approvedBy }],
  );
}
