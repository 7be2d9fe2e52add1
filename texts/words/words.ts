import { IntlMessageFormat, MissingValueError } from 'intl-messageformat';
import { CATALOGS, isKey, type Key, type Messages } from './catalogs.ts';
import { currentLanguage } from './chosen-language.ts';
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

type Given = Readonly<Record<string, string | number>>;

/**
 * Names and codes run from left to right inside a sentence that does not; isolated, they do not turn it around. What a message
 * chooses by is not shown, and stays as it is.
 */
function isolated(message: string, values: Given): Given {
  const choosesBy = (name: string) => new RegExp(`\\{${name}, select,`).test(message);
  const parts = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && value !== '' && !choosesBy(name) ? ISOLATE + value + END_OF_ISOLATE : value,
  ]);
  return Object.fromEntries(parts) as Given;
}

function put(language: Language, key: Key, values: Given): string {
  const given = directionOf(language) === 'rtl' ? isolated(CATALOGS[language][key], values) : values;
  return String(formatOf(language, key).format(given));
}

/** A message in a language, whichever is shown. */
export function wordsIn<K extends Key>(language: Language, key: K, ...[values]: Values<Messages[K]>): string {
  return put(language, key, values ?? {});
}

/**
 * A message in the current language: the one that is shown, except inside `inLanguage`. Good in any render and any event handler: the
 * root of the app renders again when the language changes. A component inside `memo` has to call `useWords` instead.
 */
export function words<K extends Key>(key: K, ...values: Values<Messages[K]>): string {
  return wordsIn(currentLanguage(), key, ...values);
}

/** The message for a code that came from elsewhere, such as the server; null when no catalog knows it, or it takes more than is given. */
export function knownWords(key: string, values: Given = {}): string | null {
  if (!isKey(key)) return null;
  try {
    return put(currentLanguage(), key, values);
  } catch (error) {
    if (error instanceof MissingValueError) return null;
    throw error;
  }
}
