/** Why a scanned or imported code is no GTIN. */
export type GtinRefusal = 'gtin_not_digits' | 'gtin_wrong_length' | 'gtin_bad_check_digit';

/** The GS1 check digit for the digits before it (GS1 General Specifications, section 7.9). */
export function gtinCheckDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    sum += (digits.charCodeAt(index) - 48) * weight;
  }
  return (10 - (sum % 10)) % 10;
}

/**
 * Reads a GTIN-8, -12, -13 or -14 into the 14 digits under which products are known everywhere.
 * Spaces and hyphens between digits are forgiven; a wrong check digit is not.
 */
export function parseGtin(text: string): { ok: true; value: string } | { ok: false; refusal: GtinRefusal } {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d+$/.test(digits)) return { ok: false, refusal: 'gtin_not_digits' };
  if (![8, 12, 13, 14].includes(digits.length)) return { ok: false, refusal: 'gtin_wrong_length' };
  if (gtinCheckDigit(digits.slice(0, -1)) !== digits.charCodeAt(digits.length - 1) - 48) {
    return { ok: false, refusal: 'gtin_bad_check_digit' };
  }
  return { ok: true, value: digits.padStart(14, '0') };
}
