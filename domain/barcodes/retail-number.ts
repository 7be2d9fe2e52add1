import { accept, refuse, type Result } from '../base/result.ts';
import type { Barcode, LabelPrice } from './barcode.ts';
import type { BarcodeRefusal } from './barcode-refusal.ts';
import { gtinCheckDigit, modulo11CheckCharacter, wrongCheckDigit } from './check-digits.ts';
import type { InStoreCodes } from './in-store-layouts.ts';
import { readInStoreNumber } from './in-store-number.ts';

type Read = Result<Barcode, BarcodeRefusal>;

const wrong = (expectedDigit: string): Read => refuse({ reason: 'check_digit', expectedDigit });

/** The digits of a zero-suppressed UPC-E as the UPC-A that it stands for, without its check digit. */
function expandUpcE(digits: string): string {
  const [system, a, b, c, d, e, last] = [...digits];
  if (last === '0' || last === '1' || last === '2') return `${system}${a}${b}${last}0000${c}${d}${e}`;
  if (last === '3') return `${system}${a}${b}${c}00000${d}${e}`;
  if (last === '4') return `${system}${a}${b}${c}${d}00000${e}`;
  return `${system}${a}${b}${c}${d}${e}0000${last}`;
}

/** Eight digits that are a GTIN-8 for sure. */
export function readGtin8(digits: string): Read {
  if (digits.length !== 8) return refuse({ reason: 'length' });
  const expected = wrongCheckDigit(digits);
  return expected === null ? accept({ kind: 'gtin8', gtin14: digits.padStart(14, '0') }) : wrong(expected);
}

/** Eight digits of which nobody says what they are. With 0 or 1 first they are a UPC-E: such GTIN-8 are a company's own. */
function readEight(digits: string): Read {
  const asGtin8 = readGtin8(digits);
  const expectedDigit = wrongCheckDigit(digits) ?? '';
  if (!/^[01]/.test(digits))
    return digits.startsWith('2') && !asGtin8.ok ? refuse({ reason: 'upce_number_system', expectedDigit }) : asGtin8;
  const body = expandUpcE(digits);
  const asUpceDigit = String(gtinCheckDigit(body));
  if (digits.endsWith(asUpceDigit)) return accept({ kind: 'upce', gtin14: `00${body}${asUpceDigit}` });
  return asGtin8.ok ? asGtin8 : refuse({ reason: 'ambiguous_check_digit', asGtin8Digit: expectedDigit, asUpceDigit });
}

function readTwelve(digits: string, inStore: InStoreCodes): Read {
  const gtin14 = digits.padStart(14, '0');
  if (digits.startsWith('2')) return readInStoreNumber('rcn12', `0${digits}`, inStore);
  if (digits.startsWith('4')) return accept({ kind: 'rcn12_company', opaque: true, gtin14 });
  return accept(digits.startsWith('5') ? { kind: 'coupon_upca' } : { kind: 'gtin12', gtin14 });
}

function readThirteen(digits: string, inStore: InStoreCodes): Read {
  const gtin14 = `0${digits}`;
  if (digits.startsWith('04')) return accept({ kind: 'rcn13_company', opaque: true, gtin14 });
  if (digits.startsWith('0')) return readTwelve(digits.slice(1), inStore);
  if (digits.startsWith('2')) return readInStoreNumber('rcn13', digits, inStore);
  if (/^98[1-4]/.test(digits)) return accept({ kind: 'coupon_ean98' });
  if (digits.startsWith('99')) return accept({ kind: 'coupon_ean99' });
  if (digits.startsWith('977')) return accept({ kind: 'issn', gtin14 });
  if (digits.startsWith('9790')) return accept({ kind: 'ismn', gtin14 });
  return accept({ kind: /^97[89]/.test(digits) ? 'isbn' : 'gtin13', gtin14 });
}

/** The currencies of prices beside the code of a book, by their first digit. */
const BOOK_CURRENCIES: Readonly<Record<string, string>> = { 0: 'GBP', 1: 'GBP', 3: 'AUD', 4: 'NZD', 5: 'USD', 6: 'CAD' };

function suggestedPriceOf(addon: string): LabelPrice | undefined {
  const currency = BOOK_CURRENCIES[addon.slice(0, 1)];
  if (addon.length !== 5 || currency === undefined) return undefined;
  return { value: Number(addon.slice(currency === 'GBP' ? 0 : 1)), decimals: 2, currency };
}

/** Thirteen digits and the two or five beside them. */
export function readWithAddon(digits: string, inStore: InStoreCodes): Read {
  const item = readNumber(digits.slice(0, 13), inStore);
  if (!item.ok) return item;
  const addon = digits.slice(13);
  const suggestedPrice = suggestedPriceOf(addon);
  if (!('gtin14' in item.value) || 'opaque' in item.value || 'elements' in item.value) return item;
  return accept({ ...item.value, addon, ...(suggestedPrice !== undefined && { suggestedPrice }) });
}

/** An ISBN of before 2007, as people type it: nine digits and a digit or X. */
export function readIsbn10(text: string): Read {
  const body = text.slice(0, 9);
  const expected = modulo11CheckCharacter(body);
  if (text.slice(9).toUpperCase() !== expected) return wrong(expected);
  return accept({ kind: 'isbn10', gtin14: `0978${body}${gtinCheckDigit(`978${body}`)}` });
}

/** Reads digits as one of the numbers of retail, by how many they are. */
export function readNumber(digits: string, inStore: InStoreCodes): Read {
  if (digits.length === 8) return readEight(digits);
  if (digits.length === 10) return readIsbn10(digits);
  if (/^97[789]\d{12}(\d{3})?$/.test(digits)) return readWithAddon(digits, inStore);
  if (digits.length < 12 || digits.length > 14) return refuse({ reason: 'length' });
  const expected = wrongCheckDigit(digits);
  if (expected !== null) return wrong(expected);
  if (digits.length === 14) return accept({ kind: 'gtin14', gtin14: digits });
  return digits.length === 12 ? readTwelve(digits, inStore) : readThirteen(digits, inStore);
}
