import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternOf, withoutWords, wordsOf } from './words-of-person.ts';

describe('the words of a person', () => {
  it('are those that tell a person apart, each once, the longest first', () => {
    const values = ['Jane Doe', ' jane@example.com ', null, undefined, '', 'Jane', '+1 555 0100', '12', 'Jane Doe', '1 Main St'];
    expect(wordsOf(values)).toEqual(['jane@example.com', '+1 555 0100', '1 Main St', 'Jane Doe']);
  });

  it.each([
    ['Call Jane Doe.', 'Call ….'],
    ['JANE DOE and jane doe', '… and …'],
    ['Jane Doeberg', 'Jane Doeberg'],
    ['Mary-Jane Doe', 'Mary-…'],
    ['write to a.b+c@example.com!', 'write to …!'],
    ['axb+c@example.com', 'axb+c@example.com'],
    ['nothing', 'nothing'],
  ])('[A2] are taken out of %j', (text, without) => {
    const pattern = patternOf(['a.b+c@example.com', 'Jane Doe']);
    expect(withoutWords(text, pattern)).toBe(without);
  });

  it('[A2] are taken out of every text of a value, and nothing else is changed', () => {
    const pattern = patternOf(['Jane Doe']);
    const value = { 'Jane Doe': 1, a: ['Jane Doe', null, { b: 'of Jane Doe' }], c: true, d: 2.5 };
    expect(withoutWords(value, pattern)).toEqual({ 'Jane Doe': 1, a: ['…', null, { b: 'of …' }], c: true, d: 2.5 });
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        expect(withoutWords(any, patternOf(['Jane Q. Doe, Esq.']))).toEqual(any);
      }),
    );
  });
});
