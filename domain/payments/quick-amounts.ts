import { carriedMinor } from './denominations.ts';

/**
 * Amounts that a customer is likely to hand over, in minor units: what is due first, then what that comes to in each note or
 * larger coin that people carry, rising.
 * @param dueMinor in cash, as it is rounded.
 * @param limit how many at most.
 */
export function quickAmounts(dueMinor: number, currency: string, limit = 5): number[] {
  if (dueMinor <= 0) return [0];
  const roundedUp = carriedMinor(currency).map((note) => Math.ceil(dueMinor / note) * note);
  return [...new Set([dueMinor, ...roundedUp])].sort((a, b) => a - b).slice(0, limit);
}
