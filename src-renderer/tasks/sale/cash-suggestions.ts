import { currencyDigits } from '../../kit/format-money.ts';

/** Notes and coins that people pay with, in whole units of a currency with digits behind its point, and of one without. */
const WITH_DIGITS = [1, 5, 10, 20, 50, 100];
const WITHOUT_DIGITS = [100, 500, 1000, 5000, 10_000];

/**
 * Amounts that a customer is likely to hand over for a total, in minor units: the exact total first, then rounded up
 * to the next coin or note, rising, at most `limit` of them.
 */
export function cashSuggestions(totalMinor: number, currency: string, limit = 5): number[] {
  if (totalMinor <= 0) return [0];
  const digits = currencyDigits(currency);
  const notes = (digits === 0 ? WITHOUT_DIGITS : WITH_DIGITS).map((note) => note * 10 ** digits);
  const roundedUp = notes.map((note) => Math.ceil(totalMinor / note) * note);
  return [...new Set([totalMinor, ...roundedUp])].sort((a, b) => a - b).slice(0, limit);
}
