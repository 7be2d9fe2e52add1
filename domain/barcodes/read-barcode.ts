import { accept, refuse, type Result } from '../base/result.ts';
import type { Barcode } from './barcode.ts';
import type { BarcodeRefusal } from './barcode-refusal.ts';
import { readDigitalLink, readGs1 } from './gs1-code.ts';
import type { InStoreCodes } from './in-store-layouts.ts';
import { GROUP_SEPARATOR } from './read-elements.ts';
import { readGtin8, readIsbn10, readNumber, readWithAddon } from './retail-number.ts';
import { codeOfWedge, digitsOfAzerty, suspectedLayout } from './wedge-text.ts';

/** What reading a code depends on beside its text. */
export interface BarcodeSettings {
  /** YYYY-MM-DD, from which the dates on labels are seen. */
  readonly today: string;
  readonly inStore: InStoreCodes;
  /** What this scanner types in place of FNC1; none where it sends the character itself. */
  readonly separators: readonly string[];
}

type Read = Result<Barcode, BarcodeRefusal>;

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** The same code twice, because no suffix parted two scans. Never split: the person scans again. */
function isDouble(digits: string, inStore: InStoreCodes): boolean {
  const half = digits.slice(0, digits.length / 2);
  return digits.length >= 16 && digits === half.repeat(2) && readNumber(half, inStore).ok;
}

function readDigits(text: string, inStore: InStoreCodes): Read {
  if (!/^\d+$/.test(text)) return refuse({ reason: 'not_numeric' });
  return isDouble(text, inStore) ? refuse({ reason: 'double_scan' }) : readNumber(text, inStore);
}

function readAzerty(text: string, settings: BarcodeSettings): Read {
  const remapped = digitsOfAzerty(text);
  if (remapped === null || ![8, 12, 13, 14].includes(remapped.length)) return refuse({ reason: 'layout_suspected' });
  return accept({ kind: 'layout_remap', remapped, then: readDigits(remapped, settings.inStore) });
}

/** A code about whose symbology the scanner says nothing. People type spaces and hyphens between digits. */
function readPlain(given: string, settings: BarcodeSettings): Read {
  const text = /^[\d -]+[\dXx]$/.test(given) ? given.replace(/[ -]/g, '') : given;
  const { today, inStore } = settings;
  if (text.includes(GROUP_SEPARATOR)) return readGs1(text.replace(/^\u001d+/, ''), today);
  if (isAddress(text)) return readDigitalLink(text, today);
  const suspected = suspectedLayout(text);
  if (suspected !== null) return digitsOfAzerty(text) === null ? refuse({ reason: suspected }) : readAzerty(text, settings);
  if (/^\d{9}[\dXx]$/.test(text)) return readIsbn10(text);
  if (/^\(\d{2,4}\)/.test(text)) return readGs1(text.replace(/\((\d{2,4})\)/g, `${GROUP_SEPARATOR}$1`).slice(1), today);
  const asGs1 = /^01\d{14}/.test(text) ? readGs1(text, today) : null;
  return asGs1?.ok === true ? asGs1 : readDigits(text, inStore);
}

/** A code of one's own, or an address. */
function readOwn(text: string, today: string): Read {
  return isAddress(text) ? readDigitalLink(text, today) : accept({ kind: 'internal', value: text });
}

/** A code with its AIM symbology identifier, `]C1` say (ISO/IEC 15424). */
function readWithSymbology(symbology: string, text: string, { today, inStore }: BarcodeSettings): Read {
  switch (symbology) {
    case 'E0':
    case 'I1':
      return readDigits(text, inStore);
    case 'E1':
    case 'E2':
      return accept({ kind: 'addon', value: text });
    case 'E3':
      return /^\d{15}(\d{3})?$/.test(text) ? readWithAddon(text, inStore) : readDigits(text, inStore);
    case 'E4':
      return /^\d+$/.test(text) ? readGtin8(text) : refuse({ reason: 'not_numeric' });
    case 'C1':
    case 'e0':
    case 'e1':
    case 'e2':
    case 'd2':
    case 'Q3':
    case 'J1':
      return isAddress(text) ? readDigitalLink(text, today) : readGs1(text.replace(/^\u001d+/, ''), today);
    default:
      return readOwn(text, today);
  }
}

/** Reads what a scanner sent, or a person typed from a label. */
export function readBarcode(raw: string, settings: BarcodeSettings): Read {
  const text = codeOfWedge(raw, settings.separators);
  const [, symbology, data] = /^\]([A-Za-z]\d)(.*)$/s.exec(text) ?? [];
  if (symbology === undefined || data === undefined) return text === '' ? refuse({ reason: 'empty' }) : readPlain(text, settings);
  if (data === '') return refuse({ reason: 'empty' });
  const suspected = suspectedLayout(text);
  return suspected === null ? readWithSymbology(symbology, data, settings) : refuse({ reason: suspected });
}
