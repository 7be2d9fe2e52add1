import { expect, it } from 'vitest';
import { chooseLanguage } from './languages.ts';

it.each([
  ['de', 'en-US', 'de'],
  [null, 'ar-EG,ar;q=0.9,en;q=0.8', 'ar'],
  [null, 'fr-FR, de;q=0.7', 'de'],
  ['fr', 'fr', 'en'],
  ['toString', '', 'en'],
  [null, '', 'en'],
] as const)('%j for a browser that wants %j gives %s', (named, wanted, language) => {
  expect(chooseLanguage(named, wanted)).toBe(language);
});
