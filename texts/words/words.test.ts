import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { namesTaken } from '../../test/support/names-taken.ts';
import { CATALOGS, type Key } from './catalogs.ts';
import { chosenLanguage } from './chosen-language.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { richWords } from '../../src-renderer/words/rich-words.tsx';
import { knownWords, words, wordsIn } from './words.ts';

const KEYS = Object.keys(CATALOGS.en) as Key[];
/** What CLDR asks of a plural of whole numbers. */
const CATEGORIES: Record<Language, string[]> = {
  en: ['one', 'other'],
  de: ['one', 'other'],
  ar: ['few', 'many', 'one', 'other', 'two', 'zero'],
};

const parsed = (language: Language, key: Key) => parse(CATALOGS[language][key], { ignoreTag: true });

function plurals(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap((one) =>
    one.type === TYPE.plural
      ? [Object.keys(one.options).sort(), ...Object.values(one.options).flatMap((option) => plurals(option.value))]
      : [],
  );
}

describe.each(LANGUAGES)('the catalog %s', (language) => {
  it('has every message, and each takes what the English one takes', () => {
    expect(Object.keys(CATALOGS[language]).sort()).toEqual([...KEYS].sort());
    const taken = (of: Language) => KEYS.map((key) => `${key}: ${namesTaken(CATALOGS[of][key]).join(' ')}`);
    expect(taken(language)).toEqual(taken('en'));
  });

  it('says each plural in every category of the language', () => {
    const incomplete = KEYS.filter((key) =>
      plurals(parsed(language, key)).some((options) => CATEGORIES[language].some((category) => !options.includes(category))),
    );
    expect(incomplete).toEqual([]);
    expect(CATEGORIES[language]).toEqual(new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted());
  });

  it('says one of a thing in other words than many, where the number stands beside it in both', () => {
    // German has the same word for one and for many of these.
    const same = language === 'de' ? /^# (Stück|Artikel)/ : /^(?!)/;
    const alike = KEYS.filter((key) =>
      [...CATALOGS[language][key].matchAll(/\bone \{([^{}]*)\}.*?\bother \{([^{}]*)\}/gs)].some(
        ([, one = '', other]) => one === other && !same.test(one),
      ),
    );
    expect(alike).toEqual([]);
  });

  it('has no empty message, and none that begins or ends with a space', () => {
    expect(KEYS.filter((key) => CATALOGS[language][key].trim() === '' || /^\s|\s$/.test(CATALOGS[language][key]))).toEqual([]);
  });
});

describe('words', () => {
  afterEach(() => chosenLanguage.setState({ language: 'en' }));

  it('come in the language that is shown', () => {
    expect(words('task.sale')).toBe('Sale');
    chosenLanguage.setState({ language: 'de' });
    expect(words('task.sale')).toBe('Verkauf');
  });

  it.each<[Language, number, string]>([
    ['en', 1, '1 unit'],
    ['en', 1200, '1,200 units'],
    ['de', 2, '2 Stück'],
    ['ar', 0, 'لا قطع'],
    ['ar', 1, 'قطعة واحدة'],
    ['ar', 2, 'قطعتان'],
    ['ar', 3, '3 قطع'],
    ['ar', 11, '11 قطعة'],
    ['ar', 1200, '1,200 قطعة'],
  ])('count in %s: %d', (language, count, text) => {
    expect(wordsIn(language, 'kit.units', { count })).toBe(text);
  });

  it('isolate a code in a sentence from right to left, and in no other', () => {
    expect(wordsIn('ar', 'app.register', { prefix: 'W-1' })).toContain('\u2068W-1\u2069');
    expect(wordsIn('de', 'app.register', { prefix: 'W-1' })).toBe('Kasse W-1');
  });

  it('are found for a code from elsewhere, where there are any', () => {
    expect([knownWords('enrol.code_used'), knownWords('enrol.no_such')]).toEqual([words('enrol.code_used'), null]);
  });

  it('hold elements, each isolated', () => {
    const html = renderToStaticMarkup(createElement('p', null, richWords('insecure.text', { address: createElement('b', null, 'x') })));
    expect(html).toContain('Open <bdi><b>x</b></bdi> instead.');
  });
});
