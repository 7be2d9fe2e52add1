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

/** The digits of a zero-suppressed UPC-E as the UPC-A that it stands for, without its check digit. */
function expandUpcE(digits: string): string {
  const [system, a, b, c, d, e, last] = [...digits];
  if (last === '0' || last === '1' || last === '2') return `${system}${a}${b}${last}0000${c}${d}${e}`;
  if (last === '3') return `${system}${a}${b}${c}00000${d}${e}`;
  if (last === '4') return `${system}${a}${b}${c}${d}00000${e}`;
  return `${system}${a}${b}${c}${d}${e}0000${last}`;
}

/**
 * The products, by their 14 digits, that a code on a label may name; the likeliest first, none where it is no GTIN. Eight
 * digits that begin with 0 or 1 are a UPC-E (its check digit is that of the whole number), or else a GTIN-8. What a
 * scanner says about the symbology (`]E0`) is left out, and of a GS1 label its GTIN is taken (`01` and 14 digits).
 */
export function gtinsOf(code: string): string[] {
  const text = code.trim().replace(/^\][A-Za-z]\d/, '');
  const gs1 = /^(?:01|\(01\))(\d{14})/.exec(text)?.[1];
  const found = [text, gs1 ?? ''].map(parseGtin).flatMap((read) => (read.ok ? [read.value] : []));
  if (!/^[01]\d{7}$/.test(text)) return found;
  const body = expandUpcE(text);
  return gtinCheckDigit(body) === Number(text[7]) ? [`00${body}${text.slice(7)}`, ...found] : found;
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
