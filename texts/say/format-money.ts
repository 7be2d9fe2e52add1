import { priceText } from '../../domain/base/decimal-text.ts';
import { currencyDecimals, isKnownCurrency } from '../../domain/base/iso-4217.ts';
import { UNIT_PRICE_SCALE } from '../../domain/base/money.ts';
import { locale } from '../words/chosen-language.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** @param finer digits beyond the currency's own that are shown where there are any. */
function formatFor(currency: string, finer = 0): Intl.NumberFormat {
  const key = `${locale()} ${currency} ${finer}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    minimumFractionDigits: currencyDigits(currency),
    maximumFractionDigits: currencyDigits(currency) + finer,
  });
  formats.set(key, made);
  return made;
}

/** How many digits a currency has behind the point (rule M3). Amounts of a currency that nobody knows are shown with two. */
export function currencyDigits(currency: string): number {
  return isKnownCurrency(currency) ? currencyDecimals(currency) : 2;
}

/** An amount reads from left to right in every language: its sign and `US$` stay whole between other words. */
function leftToRight(amount: string): string {
  const plain = amount.replace(/[\u200e\u200f\u061c]/g, '');
  return plain === amount ? amount : `\u2066${plain}\u2069`;
}

/** Minor units as a person reads them: 1250 USD is `$12.50`. */
export function formatMoney(minor: number, currency: string): string {
  return leftToRight(formatFor(currency).format(minor / 10 ** currencyDigits(currency)));
}

/** A unit price in thousandths of a minor unit; digits finer than the currency's show only where there are any. */
export function formatUnitPrice(unitPrice: number, currency: string): string {
  const digits = currencyDigits(currency);
  return leftToRight(formatFor(currency, 3).format(unitPrice / UNIT_PRICE_SCALE / 10 ** digits));
}

const signs = new Map<string, Intl.NumberFormatPart[]>();

/** A sign that the language writes in numbers: before the last digits, or between thousands. */
function signOf(type: 'decimal' | 'group'): string {
  const parts = signs.get(locale()) ?? new Intl.NumberFormat(locale()).formatToParts(1_000_000.5);
  signs.set(locale(), parts);
  return parts.find((part) => part.type === type)?.value ?? (type === 'decimal' ? '.' : ',');
}

/** What stands before the last digits of an amount. */
function decimalSign(): string {
  return signOf('decimal');
}

/**
 * Takes out the signs between thousands where they stand as the app prints them: `1,000.00`.
 * @param digits behind the point. Where there are three, `1,250` is read as one and a quarter.
 */
function withoutGroups(text: string, digits: number): string {
  const group = signOf('group');
  const [whole = '', fraction, ...more] = text.split(decimalSign());
  const [first = '', ...groups] = whole.split(group);
  const isPrinted = /^\d{1,3}$/.test(first) && groups.length > 0 && groups.every((one) => /^\d{3}$/.test(one)) && more.length === 0;
  if (!isPrinted || (digits === 3 && groups.length === 1 && fraction === undefined)) return text;
  return [first, ...groups].join('') + (fraction === undefined ? '' : `.${fraction}`);
}

/** Eastern digits, as an Arabic or a Persian keyboard types them, and their decimal sign; read where the language writes them. */
export function westernDigits(text: string): string {
  if (!locale().startsWith('ar')) return text;
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace('٫', '.');
}

/** A whole or decimal number, with the groups of the language: `20,000`. */
export function formatNumber(value: number): string {
  return value.toLocaleString(locale());
}

/** Minor units as an amount field shows them, without the currency: 1250 USD is `12.50`. */
export function formatAmount(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  return (minor / 10 ** digits).toFixed(digits).replace('.', decimalSign());
}

/**
 * Reads a decimal number as a person types it, in steps of its last digit: `12.5` with two digits is 1250.
 * @returns null when it is none, is negative, or is finer than that.
 */
function parseDecimal(text: string, digits: number): number | null {
  const plain = westernDigits(text.replace(/[\s\p{Sc}%٪]/gu, ''));
  const match = /^(\d{0,12})(?:[.,](\d*))?$/.exec(withoutGroups(plain, digits));
  const whole = match?.[1] ?? '';
  const fraction = match?.[2] ?? '';
  if (match === null || whole + fraction === '' || fraction.length > digits) return null;
  return Number(whole) * 10 ** digits + Number(fraction.padEnd(digits, '0') || 0);
}

/**
 * Reads what a person typed into an amount field, in minor units. A comma or a point may stand before the last
 * digits, and thousands may be apart as the app prints them; a currency sign and spaces are forgiven.
 * @returns null when it is no amount, is negative, or is finer than the currency.
 */
export function parseAmount(text: string, currency: string): number | null {
  return /[%٪]/.test(text) ? null : parseDecimal(text, currencyDigits(currency));
}

/** Reads a weight in kilograms that a person typed, in grams; null when it is none, is negative, or is finer than a gram. */
export function parseWeight(text: string): number | null {
  return /[\p{Sc}%٪]/u.test(text) ? null : parseDecimal(text.replace(/\s*kg\s*$/i, ''), 3);
}

/** Reads how many of something a person typed, of seven digits at most; null when it is no whole number. */
export function parseCount(text: string): number | null {
  const plain = westernDigits(text.trim());
  return /^\d{1,7}$/.test(plain) ? Number(plain) : null;
}

/** Digits that a unit price has behind the minor unit (rule M1). */
const FINER_DIGITS = 3;

/** Reads a price for one unit that a person typed, in thousandths of a minor unit; null when it is none. */
export function parseUnitPrice(text: string, currency: string): number | null {
  return /[%٪]/.test(text) ? null : parseDecimal(text, currencyDigits(currency) + FINER_DIGITS);
}

/** A price for one unit as somebody would type it: no sign of the currency, no groups. */
export function formatUnitPriceText(unitPrice: number, currency: string): string {
  return priceText(unitPrice, currency).replace('.', decimalSign());
}

/** Reads a percentage from 0 to 100, in hundredths of a percent; null when it is none. */
export function parsePercent(text: string): number | null {
  const read = parseDecimal(text, 2);
  return read === null || read > 10_000 ? null : read;
}
