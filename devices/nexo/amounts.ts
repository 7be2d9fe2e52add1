import { priceText, readPriceText } from '../../domain/base/decimal-text.ts';

/** Prices have three digits behind the minor unit; amounts have none. */
const FINER = 1_000;

/** A nexo amount: a decimal number of whole units of the currency, 10.99 say. */
export function toNexoAmount(minor: number, currency: string): number {
  return Number(priceText(minor * FINER, currency));
}

/**
 * Reads a nexo amount into minor units, by its decimal text and never by arithmetic on floats (rule M1).
 * @returns null where it is negative, or finer than the currency is.
 */
export function fromNexoAmount(amount: number, currency: string): number | null {
  const price = readPriceText(String(amount), currency);
  return price === null || price % FINER !== 0 ? null : price / FINER;
}
