/** The languages of the simulators' pages: name, locale and direction. Arabic keeps the digits 0 to 9, as at the till. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-US', direction: 'ltr' },
  de: { name: 'Deutsch', locale: 'de-DE', direction: 'ltr' },
  ar: { name: 'العربية', locale: 'ar-u-nu-latn', direction: 'rtl' },
} as const;

export type Language = keyof typeof LANGUAGES;

const isLanguage = (tag: string): tag is Language => tag in LANGUAGES;

/** The language that the address names, else the first that the browser wants, else English. @param wanted as in Accept-Language. */
export function chooseLanguage(named: string | null, wanted: string): Language {
  const tags = [named ?? '', ...wanted.split(',')].map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return tags.find(isLanguage) ?? 'en';
}
