/** The GS1 check digit for the digits before it (GS1 General Specifications, section 7.9). */
export function gtinCheckDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    sum += (digits.charCodeAt(index) - 48) * weight;
  }
  return (10 - (sum % 10)) % 10;
}

/** The right last digit of a number; null where it has it. */
export function wrongCheckDigit(digits: string): string | null {
  const expected = String(gtinCheckDigit(digits.slice(0, -1)));
  return digits.endsWith(expected) ? null : expected;
}

/** Weighted digits of the check digit of a price or weight (section 7.9): times 2 less its tens, times 3, times 5 less or plus its tens. */
const TWO_MINUS = [0, 2, 4, 6, 8, 9, 1, 3, 5, 7];
const THREE = [0, 3, 6, 9, 2, 5, 8, 1, 4, 7];
const FIVE_MINUS = [0, 5, 9, 4, 8, 3, 7, 2, 6, 1];
const FIVE_PLUS = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];

const weighted = (digits: string, weights: readonly (readonly number[])[]): number =>
  weights.reduce((sum, weight, index) => sum + (weight[Number(digits[index])] ?? 0), 0);

/** The check digit of a price or weight of four or five digits. @throws RangeError for another length. */
export function measureCheckDigit(digits: string): string {
  if (digits.length === 4) return String((weighted(digits, [TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS]) * 3) % 10);
  if (digits.length !== 5) throw new RangeError(`${digits} has neither four nor five digits.`);
  const sum = weighted(digits, [FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS]);
  return String(FIVE_MINUS.indexOf((10 - (sum % 10)) % 10));
}

/** The check character of an ISBN-10 (nine digits before it) or an ISSN (seven): a digit or X. */
export function modulo11CheckCharacter(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (digits.length + 1 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
