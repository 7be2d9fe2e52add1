/** The languages of the simulators' pages, each with its own name, its locale and its direction. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-US', direction: 'ltr' },
  de: { name: 'Deutsch', locale: 'de-DE', direction: 'ltr' },
  ar: { name: 'العربية', locale: 'ar-EG', direction: 'rtl' },
} as const;

export type Language = keyof typeof LANGUAGES;

const isLanguage = (tag: string): tag is Language => tag in LANGUAGES;

/** The language that the address names, else the first that the browser wants, else English. @param wanted as in Accept-Language. */
export function chooseLanguage(named: string | null, wanted: string): Language {
  const tags = [named ?? '', ...wanted.split(',')].map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return tags.find(isLanguage) ?? 'en';
}
