import { loadsStoredValue } from './loads-stored-value.ts';
import { largestRemainder } from '../base/largest-remainder.ts';
import type { DecidedDiscount } from './cart-line.ts';
import { decidedOf } from './decided.ts';
import { type Adjustments, type OpenLine, takenOff } from './open-line.ts';
import { isQuoted } from './quoted-lines.ts';

/**
 * Gift cards and deposits are money that is given back later, and a quote is a price as it is: no discount of the sale makes them
 * cheaper.
 */
const isDiscounted = ({ line }: OpenLine) => !loadsStoredValue(line.kind) && line.kind !== 'deposit' && !isQuoted(line);

/** The numerators of what each line gets before rounding, and their denominator, which is above zero. */
function exactShares(weights: readonly bigint[], discount: DecidedDiscount, total: bigint, sum: bigint): [bigint[], bigint] {
  if ('basisPoints' in discount) {
    const basisPoints = BigInt(Math.min(10_000, Math.max(0, discount.basisPoints)));
    return [weights.map((weight) => weight * basisPoints), 10_000n];
  }
  return sum < 0n ? [weights.map((weight) => -weight * total), -sum] : [weights.map((weight) => weight * total), sum];
}

/**
 * A discount of the whole sale, spread over its lines by what they cost so far, by largest remainder (rules M1 and M2). Of a
 * percentage each line gets its own percentage, less than a minor unit rounded: the total's rounding must not come on top.
 */
export function spreadSaleDiscount(lines: readonly OpenLine[], discount: DecidedDiscount | undefined): Adjustments {
  if (discount === undefined) return [];
  const weights = lines.map((line) => BigInt(isDiscounted(line) ? line.leftMinor : 0));
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) return [];
  const total = BigInt(takenOff(discount, Number(sum)));
  const decided = decidedOf(discount);
  return largestRemainder(total, ...exactShares(weights, discount, total, sum)).map((share) =>
    share === 0n ? [] : [{ source: 'sale_discount', sourceId: null, amountMinor: -Number(share), ...decided }],
  );
}
