import { expect, it } from 'vitest';
import { doneWords, jobErrorWords, jobWords } from './job-words.ts';

it('calls a job by its kind, one of another version too', () => {
  expect([jobWords('source_after_count'), jobWords('of_another_version')]).toEqual(['Source orders after a count', 'of another version']);
});

it.each([
  ['server_gone', 'Its server stopped in the middle every time.'],
  ['22012', 'The database refused it (22012).'],
  ['ECONNREFUSED', 'It failed with the code ECONNREFUSED.'],
  [null, 'It failed. The log of the server says why.'],
])('[E1] says what went wrong: %s', (code, words) => {
  expect(jobErrorWords(code)).toBe(words);
});

it('says what came of it, also when another person was faster', () => {
  expect([doneWords('retry', 1, 1), doneWords('retry', 3, 3), doneWords('discard', 2, 0)]).toEqual([
    'One job will be tried again now.',
    '3 jobs will be tried again now.',
    '0 jobs discarded. Somebody else has taken care of the rest.',
  ]);
});
