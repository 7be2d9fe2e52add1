import { currencyDecimals } from './iso-4217.ts';
import { UNIT_PRICE_SCALE } from './money.ts';

/** Digits that a unit price has behind the minor unit: it is kept in thousandths (rule M1). */
const FINER = 3;

/**
 * Writes thousandths of a minor unit as decimal text in the currency's units: 255_000 USD is `2.55`, 120_000 JPY is `120`.
 * It has at least the currency's own decimals.
 */
export function priceText(unitPrice: number, currency: string): string {
  const decimals = currencyDecimals(currency);
  const digits = String(unitPrice).padStart(decimals + FINER + 1, '0');
  const whole = digits.slice(0, -(decimals + FINER));
  const fraction = digits.slice(-(decimals + FINER));
  const finest = Math.max(decimals, fraction.replace(/0+$/, '').length);
  return finest === 0 ? whole : `${whole}.${fraction.slice(0, finest)}`;
}

/** An amount in minor units as exceptions tell it: `12.50 USD`. */
export function amountText(minor: number, currency: string): string {
  return `${priceText(minor * UNIT_PRICE_SCALE, currency)} ${currency}`;
}

/**
 * Reads decimal text in the currency's units into thousandths of a minor unit, without ever passing through a float (rule M1).
 * @returns null when it is no such text, has more decimals than can be kept, or is too large.
 */
export function readPriceText(text: string, currency: string): number | null {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text);
  const most = currencyDecimals(currency) + FINER;
  const fraction = (match?.[2] ?? '').replace(/0+$/, '');
  if (match?.[1] === undefined || fraction.length > most) return null;
  const price = Number(`${match[1]}${fraction.padEnd(most, '0')}`);
  return Number.isSafeInteger(price) ? price : null;
}
