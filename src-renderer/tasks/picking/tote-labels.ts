import { toteCode } from '../../../domain/fulfillment/tote.ts';
import { CUT, head, isBarcode, type Paper, type PaperPart } from '../../../texts/paper/paper.ts';
import { words } from '../../../texts/words/words.ts';

/** How many labels are printed at once: a roll has some hundred. */
export const MOST_LABELS = 100;
const DIGITS = 4;
/** Scanners read codes of six characters and more, unless they are told otherwise. */
const LEAST_LENGTH = 6;

/** The number of a tote in its code; null where the rest of the code is no number. */
function numberOf(prefix: string, code: string): number | null {
  const rest = code.toUpperCase().startsWith(prefix.toUpperCase()) ? code.slice(prefix.length) : '';
  return /^\d{1,9}$/.test(rest) ? Number(rest) : null;
}

/** The number after the highest that a tote of the store has. */
export function nextToteNumber(prefix: string, codes: Iterable<string>): number {
  return Math.max(0, ...[...codes].map((code) => numberOf(prefix, code) ?? 0)) + 1;
}

/**
 * The codes of totes with running numbers, as `T-0007`.
 * @returns null where a number is none, there are too many, or a code is longer than a tote's may be.
 */
export function toteCodes(prefix: string, first: number | null, count: number | null): string[] | null {
  if (first === null || count === null || first < 1 || count < 1 || count > MOST_LABELS) return null;
  const digits = Math.max(DIGITS, LEAST_LENGTH - prefix.length);
  const codes = Array.from({ length: count }, (_, index) => `${prefix.toUpperCase()}${String(first + index).padStart(digits, '0')}`);
  return codes.every((code) => toteCode.safeParse(code).success && isBarcode(code)) ? codes : null;
}

/** Labels for totes, each with its code in large letters and as a barcode. */
export function toteLabels(codes: readonly string[], storeName: string): Paper {
  const label = (code: string): PaperPart[] => [head(storeName), head(code, 'large'), { kind: 'barcode', data: code }];
  return { title: words('picking.toteLabels'), parts: codes.flatMap((code, index) => [...(index === 0 ? [] : [CUT]), ...label(code)]) };
}
