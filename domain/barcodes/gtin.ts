import type { BarcodeRefusal } from './barcode-refusal.ts';
import { wrongCheckDigit } from './check-digits.ts';
import { type BarcodeSettings, readBarcode } from './read-barcode.ts';

/** Why a scanned or imported code is no GTIN. */
export type GtinRefusal = 'gtin_not_digits' | 'gtin_wrong_length' | 'gtin_bad_check_digit';

/** Dates name no product, and a store's own labels are read where they are sold. */
const PLAIN: BarcodeSettings = { today: '2026-01-01', inStore: { country: null, layouts: [] }, separators: [] };

/** Why a code on a label, or typed from it, is no sound one; null where it is. */
export function codeRefusal(code: string): BarcodeRefusal | null {
  const read = readBarcode(code, PLAIN);
  return read.ok ? null : read.refusal;
}

/**
 * The products, by their 14 digits, that a code on a label may name; the likeliest first, none where it is no GTIN. Eight
 * digits that begin with 0 or 1 are a UPC-E (its check digit is that of the whole number), or else a GTIN-8.
 */
export function gtinsOf(code: string): string[] {
  const text = code.trim();
  const read = readBarcode(text, PLAIN);
  const named = read.ok && 'gtin14' in read.value ? read.value.gtin14 : null;
  const typed = parseGtin(text);
  return [...new Set([named, typed.ok ? typed.value : null])].filter((gtin) => gtin !== null);
}

/**
 * Reads a GTIN-8, -12, -13 or -14 into the 14 digits under which products are known everywhere.
 * Spaces and hyphens between digits are forgiven; a wrong check digit is not.
 */
export function parseGtin(text: string): { ok: true; value: string } | { ok: false; refusal: GtinRefusal } {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d+$/.test(digits)) return { ok: false, refusal: 'gtin_not_digits' };
  if (![8, 12, 13, 14].includes(digits.length)) return { ok: false, refusal: 'gtin_wrong_length' };
  if (wrongCheckDigit(digits) !== null) return { ok: false, refusal: 'gtin_bad_check_digit' };
  return { ok: true, value: digits.padStart(14, '0') };
}
