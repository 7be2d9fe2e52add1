import { parseGtin } from '../../../domain/barcodes/gtin.ts';

/** What has the cursor while keys arrive, by what a person would type there. */
export type KeyPlace =
  /** A button, a link, or nothing at all: nobody types text there. */
  | 'none'
  | 'search'
  /** An amount or a quantity. */
  | 'number'
  | 'pin'
  /** A key or password, which programs may type for a person and which must never be shown. */
  | 'secret'
  | 'text';

/** Keys that followed one another without a pause. */
export interface Burst {
  readonly text: string;
  /** Milliseconds between its keys, the suffix key included. */
  readonly gaps: readonly number[];
  /** Whether Enter or Tab came right after the text. */
  readonly ended: boolean;
  readonly place: KeyPlace;
}

/** Nobody types as quickly as this on average, in milliseconds a key; most scanners do. */
export const FAST_MS = 40;

/** The slowest scanners need 100 ms a key, and a busy machine adds to it. Only quick people come near it. */
export const SLOW_MS = 150;

/** A code of so many characters is typed by nobody within {@link SLOW_MS} a key. */
const LONG = 8;

/** No amount and no quantity has so many digits, however slowly they come. */
const NO_AMOUNT = 10;

/** Longer than any PIN that people type. */
const NO_PIN = 12;

/** On a button, characters and then Enter mean a scan even where they are fewer than any scanner is set to. */
const FEW = 3;

const AMOUNT = /^\d*[.,]\d*$/;
const DIGITS = /^\d+$/;

/** Letters and digits in one piece with many digits among them, as labels have them and words do not. */
function isCodeLike(text: string): boolean {
  return !/\s/.test(text) && text.replace(/\D/g, '').length >= text.length * 0.4;
}

/** The mean of the gaps and how far they stray from it. One key may be late: a busy machine, a slow radio. */
function paceOf(gaps: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const counted = gaps.length < 5 ? gaps : [...gaps].sort((a, b) => a - b).slice(0, -1);
  if (counted.length === 0) return { mean: Infinity, deviation: Infinity };
  const mean = counted.reduce((sum, gap) => sum + gap, 0) / counted.length;
  return { mean, deviation: Math.sqrt(counted.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / counted.length) };
}

/**
 * Tells a scanner that types from a person who does. What no person can do is a scan everywhere; what only the quickest
 * could is one where a person would not type it: a long number in an amount field, an even beat, keys on a button.
 * @param shortest the fewest characters of a code, as the scanner's setting says.
 */
export function isScan({ text, gaps, ended, place }: Burst, shortest: number): boolean {
  const { mean, deviation } = paceOf(gaps);
  if (ended && place === 'none') return text.length >= FEW;
  if (place === 'number' && text.length >= NO_AMOUNT && DIGITS.test(text)) return true;
  if (mean > SLOW_MS) return false;
  const fast = mean <= FAST_MS;
  const steady = deviation <= Math.max(10, mean * 0.15);
  const long = text.length >= LONG;
  const whole = text.length >= shortest;
  const even = DIGITS.test(text) && (steady || (long && parseGtin(text).ok));
  switch (place) {
    case 'none':
      return whole && (fast || even || (long && isCodeLike(text)));
    case 'number':
      return !AMOUNT.test(text) && (long || (whole && (fast || steady)));
    case 'secret':
      return false;
    case 'pin':
      // A PIN that is typed evenly must not end up in sight.
      return long && (fast || (steady && text.length >= NO_PIN));
    case 'search':
    case 'text':
      if (!whole) return false;
      if (ended) return fast || even || (long && isCodeLike(text));
      return isCodeLike(text) && ((fast && (place === 'search' || long)) || even);
  }
}
