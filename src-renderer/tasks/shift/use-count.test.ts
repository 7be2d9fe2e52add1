import { expect, it } from 'vitest';
import { chosenLanguage } from '../../../texts/words/chosen-language.ts';
import { piecesIn } from './use-count.ts';

it.each([
  ['', 0],
  [' ', 0],
  ['12', 12],
  ['1000000', 1_000_000],
  ['1000001', Number.NaN],
  ['1.5', Number.NaN],
  ['twelve', Number.NaN],
])('%j is %d pieces', (text, pieces) => {
  expect(piecesIn(text)).toBe(pieces);
});

it('counts by the digits of Arabic keyboards', () => {
  chosenLanguage.setState({ language: 'ar' });
  try {
    expect([piecesIn('١٢'), piecesIn('۳')]).toEqual([12, 3]);
  } finally {
    chosenLanguage.setState({ language: 'en' });
  }
});
