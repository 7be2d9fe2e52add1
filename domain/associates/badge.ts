/** What every badge begins with: no barcode of goods, no coupon and no card of a customer does. */
const PREFIX = 'OPB1';

/** Without those that are taken for one another. Code 128 and every keyboard have them. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** By which a register finds whose badge it is. */
const SELECTOR_LENGTH = 8;
/** 120 bits. */
const SECRET_LENGTH = 24;

/** What a scanner may send before a code (AIM). */
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/;

export interface Badge {
  /** Says whose it is, and opens nothing. */
  readonly selector: string;
  readonly secret: string;
}

const plain = (code: string): string => code.trim().replace(SYMBOLOGY, '').toUpperCase();

/** Whether a scan is a badge, whole or not: then it is nothing else, and is not shown. */
export function isBadge(code: string): boolean {
  return plain(code).startsWith(PREFIX);
}

/** Reads a badge; null where it is none or is damaged. */
export function readBadge(code: string): Badge | null {
  const text = plain(code);
  const selector = text.slice(PREFIX.length, PREFIX.length + SELECTOR_LENGTH);
  const secret = text.slice(PREFIX.length + SELECTOR_LENGTH);
  const isWhole = text.startsWith(PREFIX) && selector.length === SELECTOR_LENGTH && secret.length === SECRET_LENGTH;
  return isWhole && Array.from(selector + secret).every((letter) => LETTERS.includes(letter)) ? { selector, secret } : null;
}

/** Makes a badge. @param draw gives a whole number of chance, from the first (inclusive) to the second (exclusive). */
export function makeBadge(draw: (from: number, to: number) => number): Badge {
  const letters = (count: number) => Array.from({ length: count }, () => LETTERS.charAt(draw(0, LETTERS.length))).join('');
  return { selector: letters(SELECTOR_LENGTH), secret: letters(SECRET_LENGTH) };
}

/** The text of a badge, as its barcode has it. */
export function badgeCode({ selector, secret }: Badge): string {
  return PREFIX + selector + secret;
}
