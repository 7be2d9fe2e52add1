import { currencyOfNumber } from '../base/iso-4217-numbers.ts';
import { accept, type Result } from '../base/result.ts';
import type { Gs1Code, LabelPrice, LabelWeight } from './barcode.ts';
import type { BarcodeRefusal } from './barcode-refusal.ts';
import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts';
import { readGs1Date } from './gs1-date.ts';
import { checkTogether, type Elements, faultOfElement, readElements } from './read-elements.ts';

const WEIGHT_UNITS: Readonly<Record<string, LabelWeight['unit']>> = { 310: 'kg', 320: 'lb', 356: 'ozt', 357: 'oz' };

function weightOf(elements: Elements): LabelWeight | undefined {
  for (const [ai, text] of elements) {
    const unit = ai.length === 4 ? WEIGHT_UNITS[ai.slice(0, 3)] : undefined;
    if (unit !== undefined) return { value: Number(text), decimals: Number(ai[3]), unit };
  }
  return undefined;
}

/** 392n is in the currency of the store, 393n begins with the number of its own. */
function priceOf(elements: Elements): LabelPrice | undefined {
  for (const [ai, text] of elements) {
    const decimals = Number(ai[3]);
    if (/^392\d/.test(ai)) return { value: Number(text), decimals, currency: null };
    if (/^393\d/.test(ai))
      return { value: Number(text.slice(3)), decimals, currency: currencyOfNumber(text.slice(0, 3)) ?? text.slice(0, 3) };
  }
  return undefined;
}

/** A separator that a scanner leaves out lets a lot or a serial number swallow what follows, an expiry date most often. */
function swallows(elements: Elements, today: string): boolean {
  return ['10', '21'].some((ai) => {
    const hidden = /1[1-7](\d{6})(?:(?:10|21).+)?$/.exec(elements.get(ai)?.slice(1) ?? '');
    return hidden?.[1] !== undefined && readGs1Date(hidden[1], today) !== null;
  });
}

/** What elements say that belong together. */
export function gs1CodeOf(kind: Gs1Code['kind'], elements: Elements, today: string): Result<Gs1Code, BarcodeRefusal> {
  const together = checkTogether(elements);
  if (!together.ok) return together;
  const lot = elements.get('10');
  const serial = elements.get('21');
  const expiry = readGs1Date(elements.get('17') ?? '', today);
  const weight = weightOf(elements);
  const price = priceOf(elements);
  const count = elements.get('30');
  const missing = together.value.missing === null ? null : ('missing_required:00' as const);
  return accept({
    kind,
    elements,
    gtin14: elements.get('01') ?? elements.get('8006')?.slice(0, 14) ?? null,
    isCoupon: ['255', '8110', '8112'].some((ai) => elements.has(ai)),
    ...(lot !== undefined && { lot }),
    ...(serial !== undefined && { serial }),
    ...(expiry !== null && { expiry }),
    ...(weight !== undefined && { weight }),
    ...(price !== undefined && { price }),
    ...(count !== undefined && { count: Number(count) }),
    warning: missing ?? (swallows(elements, today) ? 'separator_missing' : null),
  });
}

/** Reads an element string, without the FNC1 at its start. @param today YYYY-MM-DD, from which dates are seen. */
export function readGs1(text: string, today: string): Result<Gs1Code, BarcodeRefusal> {
  const elements = readElements(text, today);
  return elements.ok ? gs1CodeOf('gs1', elements.value, today) : elements;
}

/** Identifiers that the path of a Digital Link may begin with. */
const KEYS = ['00', '01', '253', '255', '401', '402', '414', '415', '417', '8003', '8004', '8006', '8010', '8013', '8017', '8018'];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The pairs of a Digital Link, its path from the first key on and what its query adds; none where it names nothing. */
function pairsOf(url: URL): [ai: string, value: string][] {
  const parts = url.pathname.split('/').slice(1).map(decoded);
  const start = parts.findIndex((part, index) => KEYS.includes(part) && (parts[index + 1] ?? '') !== '');
  if (start < 0) return [];
  const path = parts.slice(start).filter((part) => part !== '');
  const inPath = path.flatMap((ai, index): [string, string][] => (index % 2 === 0 ? [[ai, path[index + 1] ?? '']] : []));
  const inQuery = [...url.searchParams].filter(([ai]) => APPLICATION_IDENTIFIERS.has(ai));
  return [...inPath, ...inQuery].map(([ai, value]) => [ai, ai === '01' || ai === '02' ? value.padStart(14, '0') : value]);
}

/** Reads a web address as a GS1 Digital Link. One that is none names no goods, and is never opened. */
export function readDigitalLink(text: string, today: string): Result<Gs1Code, BarcodeRefusal> {
  const pairs = URL.canParse(text) ? pairsOf(new URL(text)) : [];
  if (pairs.length === 0) return { ok: false, refusal: { reason: 'not_an_item_code' } };
  for (const [ai, value] of pairs) {
    const fault = faultOfElement(ai, value, today);
    if (fault !== null) return { ok: false, refusal: fault };
  }
  return gs1CodeOf('gs1_digital_link', new Map(pairs), today);
}
