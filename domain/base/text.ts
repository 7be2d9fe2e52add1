import { z } from 'zod';

/** NUL, and half of a character that UTF-16 writes as two: JSON can carry both, a database takes neither. */
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether a text can be stored and sent on. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** Whether a value, or anything in it, is a text that cannot be stored. */
export function holdsUnstorableText(value: unknown): boolean {
  if (typeof value === 'string') return !isStorable(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => !isStorable(key) || holdsUnstorableText(member));
}

/** What a text that cannot be stored is refused with. */
export const BAD_TEXT = 'A text has no NUL and no half characters (lone surrogates).';

/** The text type of every schema: whatever is read from outside is one of these, so that nothing fails later for a character. */
export const text = z.string().refine(isStorable, BAD_TEXT);
