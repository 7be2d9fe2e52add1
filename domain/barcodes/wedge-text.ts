/** What the digit keys of a French keyboard type without shift. */
const AZERTY_DIGITS = new Map([...`à&é"'(-è_ç`].map((character, digit) => [character, String(digit)]));

/** What other keyboards type for `]`, before the rest of an AIM identifier. */
const OTHER_BRACKET = /^[+$¨´[](E[0-4]|C[01]|e[0-2]|d[12]|Q[13]|J1|I[01])/;

/** The letters of AIM identifiers in the other case, where that is no identifier itself. */
const OTHER_CASE = /^\](D|c|i|q|j|a|l|x)\d/;

/**
 * Takes away what scanners put around a code: CR, LF, TAB, STX and ETX, spaces, and the stars of Code 39.
 * @param separators what the scanner types instead of FNC1, where it is set to.
 */
export function codeOfWedge(raw: string, separators: readonly string[]): string {
  const text = raw.replace(/^[\s\u0002]+|[\s\u0003]+$/g, '');
  const bare = /^\*([^*]+)\*$/.exec(text)?.[1] ?? text;
  return [...separators].sort((a, b) => b.length - a.length).reduce((code, one) => code.replaceAll(one, '\u001d'), bare);
}

/** A scanned code without what the scanner is set to type before it. Nothing is taken for a prefix that is not set. */
export function withoutPrefix(code: string, prefixes: readonly string[]): string {
  const found = [...prefixes].sort((a, b) => b.length - a.length).find((one) => code.startsWith(one) && code.length > one.length);
  return found === undefined ? code : code.slice(found.length);
}

/** The digits that a French keyboard has made of a code; null where it cannot have. */
export function digitsOfAzerty(text: string): string | null {
  if (!/[àéèç]/.test(text)) return null;
  const digits = [...text].map((character) => AZERTY_DIGITS.get(character) ?? '');
  return digits.includes('') ? null : digits.join('');
}

/** Whether the keyboard is set to another country than the scanner, or to capitals; null where nothing says so. */
export function suspectedLayout(text: string): 'layout_suspected' | 'caps_lock_suspected' | null {
  if (OTHER_CASE.test(text)) return 'caps_lock_suspected';
  return OTHER_BRACKET.test(text) || digitsOfAzerty(text) !== null ? 'layout_suspected' : null;
}
