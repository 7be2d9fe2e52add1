import { z } from 'zod';
import { largestRemainder } from './largest-remainder.ts';
import { roundRatio } from './round-ratio.ts';
import { text } from './text.ts';

/** An amount in the smallest unit of its currency (cents for USD), a safe integer, possibly negative (rule M1). */
export const minorAmount = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);

/**
 * A price for one unit in thousandths of a minor unit (rule M1 lets prices be finer than a minor unit):
 * USD 2.55 is 255_000, GBP 0.001 is 100.
 */
export const unitPrice = z.number().int().min(0, 'A price cannot be negative.').max(Number.MAX_SAFE_INTEGER);

/** An ISO 4217 alphabetic code. */
export const currency = text.regex(/^[A-Z]{3}$/, 'A currency is three capital letters (ISO 4217).');

export const UNIT_PRICE_SCALE = 1000;

/** The same as `roundRatio` for safe integers, without BigInt: a remainder of doubles is exact. */
function roundSafe(dividend: number, divisor: number): number {
  const size = Math.abs(dividend);
  const rest = size % divisor;
  const rounded = (size - rest) / divisor + (rest >= divisor - rest ? 1 : 0);
  return dividend < 0 && rounded !== 0 ? -rounded : rounded;
}

/**
 * `a × b ÷ divisor`, rounded once, half away from zero (rule M1). Exact for all safe integers.
 * @throws RangeError when the divisor is zero or the result is no safe integer.
 */
export function multiplyDivideRound(a: number, b: number, divisor: number): number {
  const product = a * b;
  const isWhole = Number.isInteger(a) && Number.isInteger(b) && Number.isSafeInteger(divisor);
  if (isWhole && divisor > 0 && Number.isSafeInteger(product)) return roundSafe(product, divisor);
  const rounded = Number(roundRatio(BigInt(a) * BigInt(b), BigInt(divisor)));
  if (!Number.isSafeInteger(rounded)) throw new RangeError('The amount is too large.');
  return rounded;
}

/**
 * The total of a line in minor units: unit price (thousandths of a minor unit) times quantity, rounded once (rule M1).
 * @param quantity in steps of 10^−`decimals` units: 1,236 steps of three decimals are 1.236 kg.
 */
export function lineTotal(pricePerUnit: number, quantity: number, decimals = 0): number {
  return multiplyDivideRound(pricePerUnit, quantity, UNIT_PRICE_SCALE * 10 ** decimals);
}

/** What {@link allocate} gives where plain numbers are exact, which is nearly always and many times faster; else null. */
function allocateSmall(total: number, weights: readonly (number | bigint)[]): number[] | null {
  if (total < 0 || !Number.isInteger(total)) return null;
  let sum = 0;
  for (const weight of weights) {
    if (typeof weight !== 'number' || !Number.isInteger(weight) || total * weight > Number.MAX_SAFE_INTEGER) return null;
    sum += weight;
  }
  const count = weights.length;
  if (sum === 0 || sum * count > Number.MAX_SAFE_INTEGER) return null;
  let left = total;
  // A remainder with its place behind it: sorted as numbers, the largest and of equal ones the earliest stand last.
  const places = new Float64Array(count);
  const shares = weights.map((weight, index): number => {
    const product = total * Number(weight);
    const remainder = product % sum;
    places[index] = remainder * count + (count - 1 - index);
    const share = (product - remainder) / sum;
    left -= share;
    return share;
  });
  if (left === 0) return shares;
  for (const place of places.sort().subarray(count - left)) {
    const index = count - 1 - (place % count);
    shares[index] = (shares[index] ?? 0) + 1;
  }
  return shares;
}

/**
 * Splits `total` minor units over `weights` so that the parts add up to the whole (rule M1): largest remainder,
 * ties to the earlier part. All weights zero puts the whole on the first part; no weights needs a total of zero.
 * @throws RangeError on a negative weight, or on a total other than zero without weights.
 */
export function allocate(total: number, weights: readonly (number | bigint)[]): number[] {
  if (weights.some((weight) => weight < 0)) throw new RangeError('A weight cannot be negative.');
  if (weights.length === 0) {
    if (total !== 0) throw new RangeError('An amount needs at least one part to go to.');
    return [];
  }
  const small = allocateSmall(total, weights);
  if (small !== null) return small;
  const sum = weights.reduce<bigint>((acc, weight) => acc + BigInt(weight), 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0));
  const whole = BigInt(total);
  const shares = largestRemainder(
    whole,
    weights.map((weight) => whole * BigInt(weight)),
    sum,
  );
  return shares.map(Number);
}

/**
 * What `quantity` units carry of a stored line amount when `before` units were taken from it already (rule M1, J9).
 * Taking all units in any steps adds up to exactly the stored amount.
 * @param stored minor units allocated to the whole line of `lineQuantity` units.
 * @throws RangeError when more units are asked for than are left.
 */
export function portionOf(stored: number, lineQuantity: number, before: number, quantity: number): number {
  if (before < 0 || quantity < 0 || before + quantity > lineQuantity) {
    throw new RangeError(`Only ${lineQuantity - before} of ${lineQuantity} units are left.`);
  }
  return multiplyDivideRound(stored, before + quantity, lineQuantity) - multiplyDivideRound(stored, before, lineQuantity);
}
