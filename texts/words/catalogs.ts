import { arabic } from './ar/index.ts';
import { german } from './de/index.ts';
import { english } from './en/index.ts';
import type { Language } from './languages.ts';

/** Every message by its key, in English. */
export type Messages = typeof english;

export type Key = keyof Messages;

export const CATALOGS: Record<Language, Readonly<Record<Key, string>>> = { en: english, de: german, ar: arabic };

/** Whether there is a message for a code that came from elsewhere, such as the server. */
export function isKey(text: string): text is Key {
  return Object.hasOwn(english, text);
}
