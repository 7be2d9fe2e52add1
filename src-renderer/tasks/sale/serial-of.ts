import { readBarcode } from '../../../domain/barcodes/read-barcode.ts';
import type { CodeRules, Entry } from './resolve-entry.ts';

/** The longest serial number that a sale keeps. */
export const MOST_SERIAL = 64;

/** What a scanner may put before a code to say which kind of symbol it is (ISO/IEC 15424). */
const SYMBOLOGY = /^\][A-Za-z]\w/;

/**
 * The serial number that a scan gives to a piece of an article; null where it gives none, because it is a code of something else.
 * @param sku of the piece. @param entry what the code stands for as any other scan.
 */
export function serialOf(code: string, sku: string, entry: Entry, rules: CodeRules): string | null {
  if (entry.kind === 'product') {
    const [own] = entry.label?.serialNumbers ?? [];
    return entry.product.sku === sku ? (own ?? null) : null;
  }
  if (entry.kind !== 'unknown') return null;
  const read = readBarcode(code, rules);
  const serial =
    read.ok && 'serial' in read.value && read.value.serial !== undefined ? read.value.serial : code.trim().replace(SYMBOLOGY, '');
  return serial === '' || serial.length > MOST_SERIAL ? null : serial;
}
