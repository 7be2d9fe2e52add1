import { accept, refuse, type Result } from '../base/result.ts';
import type { CompanyNumber, InStoreLabel } from './barcode.ts';
import type { BarcodeRefusal } from './barcode-refusal.ts';
import { gtinCheckDigit, measureCheckDigit } from './check-digits.ts';
import { type InStoreCodes, layoutOf } from './in-store-layouts.ts';

/** The digits of a code that stand where a pattern has a letter. */
const at = (digits: string, pattern: string, letter: string): string =>
  [...pattern].map((one, index) => (one === letter ? digits[index] : '')).join('');

/** The number of the article without its price or weight: zeros in their place, and the check digits for it. */
function withoutValue(digits: string, pattern: string, zeros: string): string {
  const check = pattern.includes('K') ? measureCheckDigit(zeros) : '';
  const body = [...pattern].map((one, index) => ({ V: '0', K: check })[one] ?? digits[index]).join('');
  return `0${body}${gtinCheckDigit(body)}`;
}

/** Reads a number of a store's own scale, 13 digits with a right check digit, by the layout that is set for it. */
export function readInStoreNumber(
  kind: InStoreLabel['kind'],
  digits: string,
  inStore: InStoreCodes,
): Result<InStoreLabel | CompanyNumber, BarcodeRefusal> {
  const found = layoutOf(digits, inStore);
  if (found === undefined) return accept({ kind, opaque: true, gtin14: `0${digits}` });
  const { pattern, measure, decimals } = found.layout;
  const value = at(digits, pattern, 'V');
  const measureCheck = at(digits, pattern, 'K') || null;
  const expectedDigit = measureCheck === null ? null : measureCheckDigit(value);
  if (expectedDigit !== null && expectedDigit !== measureCheck) return refuse({ reason: 'variable_measure_check_digit', expectedDigit });
  return accept({
    kind,
    opaque: false,
    region: found.region,
    item: at(digits, pattern, 'I'),
    gtin14: withoutValue(digits, pattern, value.replace(/\d/g, '0')),
    measure,
    amount: { value: Number(value), decimals },
    measureCheck,
  });
}
