import { PIN_DIGITS } from './associate.ts';

/** A repetition of one to three digits: 111111, 121212, 123123. */
const REPEATED = /^(\d{1,3})\1+$/;

/** Whether a PIN is among the first that somebody tries: one digit or a short pattern again and again, or digits that count up or down. */
export function isTrivialPin(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10));
  return REPEATED.test(pin) || (steps.size === 1 && (steps.has(1) || steps.has(9)));
}

/**
 * Makes a PIN of {@link PIN_DIGITS} digits that is not trivial and does not begin with 0.
 * @param draw gives a whole number of chance, from the first (inclusive) to the second (exclusive).
 */
export function makePin(draw: (from: number, to: number) => number): string {
  for (;;) {
    const pin = String(draw(10 ** (PIN_DIGITS - 1), 10 ** PIN_DIGITS));
    if (!isTrivialPin(pin)) return pin;
  }
}
