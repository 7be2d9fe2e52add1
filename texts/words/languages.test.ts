import { describe, expect, it } from 'vitest';
import { directionOf, firstLanguage, isLanguage, localeOf } from './languages.ts';

describe('the languages', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr-FR', 'ar-EG', 'en'], 'ar'],
    [['EN-GB'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('for a device that wants %j it is %s', (wanted, language) => {
    expect(firstLanguage(wanted)).toBe(language);
  });

  it('only Arabic runs from right to left', () => {
    expect([directionOf('en'), directionOf('de'), directionOf('ar')]).toEqual(['ltr', 'ltr', 'rtl']);
  });

  it('knows its own and no other', () => {
    expect([isLanguage('ar'), isLanguage('fr'), isLanguage(null)]).toEqual([true, false, false]);
  });

  it('writes numbers as each language does, in digits that every keyboard has', () => {
    const written = (['en', 'de', 'ar'] as const).map((language) => new Intl.NumberFormat(localeOf(language)).format(20_000.5));
    expect(written).toEqual(['20,000.5', '20.000,5', '20,000.5']);
  });
});
