/** Numbers of cards that a till makes begin with this, so that no bank's card can be meant. */
const PREFIX = '9';
/** All digits, the check digit among them. */
const LENGTH = 16;

/** The check digit of Luhn (ISO/IEC 7812-1): a digit that was typed wrong, or two that changed places, are found by it. */
function checkDigit(digits: string): string {
  let sum = 0;
  for (let index = digits.length - 1, isDoubled = true; index >= 0; index -= 1, isDoubled = !isDoubled) {
    const value = Number(digits[index]) * (isDoubled ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}

/**
 * A number for new store credit: 14 digits by chance, which nobody guesses, and a check digit.
 * @param randomDigit a digit from 0 to 9, from a source that nobody can foresee.
 */
export function newCardNumber(randomDigit: () => number): string {
  const digits = PREFIX + Array.from({ length: LENGTH - PREFIX.length - 1 }, () => String(randomDigit())).join('');
  return digits + checkDigit(digits);
}
