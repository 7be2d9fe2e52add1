import { z } from 'zod';
import { BadRow, type Difference } from './kind.ts';

/** Decimal text, as the rows write amounts, rates and quantities. */
export const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,12})?$/, 'It is no decimal text, "12.50" say.');

/**
 * Reads decimal text as a whole number of 10^−`decimals`, without a float.
 * @param field to name in the error.
 */
export function scaled(text: string, decimals: number, field: string): number {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > decimals) throw new BadRow(`${field}: ${text} has more than ${decimals} decimals.`);
  const value = Number(`${whole}${digits.padEnd(decimals, '0')}`);
  if (!Number.isSafeInteger(value)) throw new BadRow(`${field}: ${text} is too large.`);
  return text.startsWith('-') && value !== 0 ? -value : value;
}

/** How many decimals a text has. */
export function decimalsOf(text: string): number {
  return (text.split('.')[1] ?? '').replace(/0+$/, '').length;
}

/** Writes a whole number of 10^−`decimals` as decimal text. */
export function decimalText(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return value < 0 ? `-${text}` : text;
}

/** The difference between an expected amount and the one that came out, in a list of none or one. */
export function differs(field: string, expected: string | undefined, got: number, decimals: number): Difference[] {
  if (expected === undefined || scaled(expected, decimals, `expected.${field}`) === got) return [];
  return [{ field, expected, got: decimalText(got, decimals) }];
}
