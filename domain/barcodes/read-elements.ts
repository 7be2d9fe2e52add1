import { accept, refuse, type Result } from '../base/result.ts';
import { type ApplicationIdentifier, APPLICATION_IDENTIFIERS, identifierAt, isIdentifierLike } from './application-identifiers.ts';
import type { ElementRefusal } from './barcode-refusal.ts';
import { wrongCheckDigit } from './check-digits.ts';
import { readGs1Date } from './gs1-date.ts';

/** FNC1 as readers send it, the end of an element of variable length. */
export const GROUP_SEPARATOR = '\u001d';

/** The elements of a GS1 code: values by application identifier. */
export type Elements = ReadonlyMap<string, string>;

const SETS = {
  N: /^\d*$/,
  D: /^\d*$/,
  E: /^\d*$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/,
  Y: /^[#\-/0-9A-Z]*$/,
  Z: /^[A-Za-z0-9\-_=]*$/,
} as const;

/** What is wrong with the value of an identifier; null where nothing is. @param today YYYY-MM-DD, from which its dates are seen. */
export function faultOfElement(ai: string, value: string, today: string): ElementRefusal | null {
  const known = APPLICATION_IDENTIFIERS.get(ai);
  if (known === undefined) return { reason: 'unknown_ai', ai };
  if (value.length < Math.max(1, known.min) || value.length > known.max) return { reason: 'length', ai };
  let rest = value;
  for (const part of known.parts) {
    const text = rest.slice(0, part.max);
    rest = rest.slice(part.max);
    if (text === '' && part.min === 0) continue;
    if (!SETS[part.set].test(text)) return { reason: 'charset', ai };
    if (text.length < part.min) return { reason: 'length', ai };
    const expectedDigit = part.checked ? wrongCheckDigit(text) : null;
    if (expectedDigit !== null) return { reason: 'check_digit', ai, expectedDigit };
    const isDate = part.set === 'D' || part.set === 'E';
    if (isDate && (readGs1Date(text, today) === null || (part.set === 'D' && text.endsWith('00')))) return { reason: 'date', ai };
  }
  return null;
}

/** Where the value ends that begins a text. */
function valueAt(text: string, { predefined, max }: ApplicationIdentifier): string {
  const end = text.indexOf(GROUP_SEPARATOR);
  const value = end < 0 ? text : text.slice(0, end);
  return predefined ? value.slice(0, max) : value;
}

/** Splits an element string, without the FNC1 at its start, and checks each value. */
export function readElements(text: string, today: string): Result<Map<string, string>, ElementRefusal> {
  const found = new Map<string, string>();
  let rest = text;
  while (rest !== '') {
    const ai = identifierAt(rest);
    const known = APPLICATION_IDENTIFIERS.get(ai);
    if (known === undefined) return refuse({ reason: 'unknown_ai', ai });
    const value = valueAt(rest.slice(ai.length), known);
    const fault = faultOfElement(ai, value, today);
    if (fault !== null) return refuse(fault);
    if ((found.get(ai) ?? value) !== value) return refuse({ reason: 'repeated', ai });
    found.set(ai, value);
    rest = rest.slice(ai.length + value.length);
    if (rest.startsWith(GROUP_SEPARATOR)) rest = rest.slice(1);
  }
  return accept(found);
}

/** What is wrong with elements that are right one by one. `missing` is what the standard wants and another label may hold. */
export function checkTogether(elements: Elements): Result<{ readonly missing: string | null }, ElementRefusal> {
  const codes = [...elements.keys()];
  const has = (pattern: string) => codes.some((code) => isIdentifierLike(code, pattern));
  let missing: string | null = null;
  for (const ai of codes) {
    const { needs = [], excludes = [] } = APPLICATION_IDENTIFIERS.get(ai) ?? {};
    const excluded = excludes.find((pattern) => codes.some((other) => other !== ai && isIdentifierLike(other, pattern)));
    if (excluded !== undefined) return refuse({ reason: 'exclusive', ai: excluded });
    if (needs.length === 0 || needs.some((all) => all.every(has))) continue;
    // The number of the logistic unit may be on a label of its own.
    const elsewhere = needs.some((all) => all.length > 1 && all.every((one) => one === '00' || has(one)));
    if (!elsewhere) return refuse({ reason: 'missing_required', ai, needs: needs.map((all) => all.join('+')).join(' or ') });
    missing = '00';
  }
  return accept({ missing });
}
