import { expect, it } from 'vitest';
import { fillSentence } from './fault-sentence.ts';

it.each([
  ['{file} holds {most} lines, {file}', { file: 'a.csv', most: 3 }, 'a.csv holds 3 lines, a.csv'],
  ['is not told: {what}', {}, 'is not told: '],
  ['has no names', { file: 'a.csv' }, 'has no names'],
])('%s', (sentence, facts, said) => expect(fillSentence(sentence, facts)).toBe(said));
