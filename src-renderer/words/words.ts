import { IntlMessageFormat } from 'intl-messageformat';
import { useStore } from 'zustand';
import { CATALOGS, isKey, type Key, type Messages } from './catalogs.ts';
import { chosenLanguage } from './chosen-language.ts';
import { directionOf, type Language, localeOf } from './languages.ts';
import type { Values } from './message.ts';

const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

const formats = new Map<string, IntlMessageFormat>();

/** How a message of a language is put together; made once. */
export function formatOf(language: Language, key: Key): IntlMessageFormat {
  const name = `${language} ${key}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const made = new IntlMessageFormat(CATALOGS[language][key], localeOf(language), undefined, { ignoreTag: true });
  formats.set(name, made);
  return made;
}

/** Names and codes run from left to right inside a sentence that does not; isolated, they do not turn it around. */
function isolated(values: Readonly<Record<string, string | number>>): Record<string, string | number> {
  const parts = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && value !== '' ? ISOLATE + value + END_OF_ISOLATE : value,
  ]);
  return Object.fromEntries(parts) as Record<string, string | number>;
}

/** A message in a language, whichever is shown. */
export function wordsIn<K extends Key>(language: Language, key: K, ...[values]: Values<Messages[K]>): string {
  if (values === undefined) return String(formatOf(language, key).format());
  const given: Readonly<Record<string, string | number>> = values;
  return String(formatOf(language, key).format(directionOf(language) === 'rtl' ? isolated(given) : given));
}

/**
 * A message in the language that is shown. Good in any render and any event handler: the root of the app renders again when the
 * language changes. A component inside `memo` has to call {@link useWords} instead.
 */
export function words<K extends Key>(key: K, ...values: Values<Messages[K]>): string {
  return wordsIn(chosenLanguage.getState().language, key, ...values);
}

/**
 * The message for a code that came from elsewhere, such as the server; null when no catalog knows it.
 * @param key of a message that takes nothing.
 */
export function knownWords(key: string): string | null {
  return isKey(key) ? String(formatOf(chosenLanguage.getState().language, key).format()) : null;
}

/** The same as {@link words}, for the root of an app and for components inside `memo`: renders again when the language changes. */
export function useWords(): typeof words {
  useStore(chosenLanguage, (state) => state.language);
  return words;
}
