/** The languages that every catalog is complete in. */
export const LANGUAGES = ['en', 'de', 'ar'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. These names are the same in every language, so they are in no catalog. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch', ar: 'العربية' };

/** For `Intl`. Arabic keeps the digits 0 to 9: labels, receipts and keyboards of the trade have them. */
const LOCALES: Record<Language, string> = { en: 'en-US', de: 'de-DE', ar: 'ar-u-nu-latn' };

export function localeOf(language: Language): string {
  return LOCALES[language];
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

export function isLanguage(text: string | null): text is Language {
  return LANGUAGES.some((one) => one === text);
}

/** The language of a BCP 47 tag that there is a catalog for; null where there is none. */
export function languageOf(tag: string): Language | null {
  const first = tag.toLowerCase().split('-')[0] ?? null;
  return isLanguage(first) ? first : null;
}

/**
 * The first language of a list that there is a catalog for.
 * @param wanted BCP 47 tags, the most wanted first, such as `navigator.languages`.
 */
export function firstLanguage(wanted: readonly string[]): Language {
  return wanted.map(languageOf).find((one) => one !== null) ?? 'en';
}
