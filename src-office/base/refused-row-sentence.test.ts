import { afterEach, expect, it } from 'vitest';
import { chosenLanguage } from '../../texts/words/chosen-language.ts';
import { refusedRowSentence } from './refused-row-sentence.ts';

afterEach(() => chosenLanguage.setState({ language: 'en' }));

it('says in the language of the page what is wrong with a row', () => {
  const row = { line: 7, field: 'price', code: 'decimals', facts: { most: 5 } } as const;
  expect(refusedRowSentence(row)).toMatch(/Line 7: .*price.* has more than 5 decimals\./);
  chosenLanguage.setState({ language: 'de' });
  expect(refusedRowSentence(row)).toMatch(/Zeile 7: .*price.* hat mehr als 5 Nachkommastellen\./);
});
