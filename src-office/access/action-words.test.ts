import { expect, it } from 'vitest';
import { changeWords, whoWords } from './action-words.ts';

it.each([
  ['user', '203.0.113.9', 'Ada, from 203.0.113.9'],
  ['key', '203.0.113.9', 'Key Ada, from 203.0.113.9'],
  ['command', null, 'Command on the server (Ada)'],
  // Kept before users had names.
  [null, null, 'Ada'],
] as const)('a %s from %s is told', (kind, address, words) => {
  expect(whoWords({ by: { kind, id: 'x', name: 'Ada' }, address })).toBe(words);
});

it.each([
  [null, null, null],
  [{ a: 1 }, null, 'Before {"a":1}'],
  [null, { a: 1 }, 'After {"a":1}'],
  [5, 6, 'Before 5, after 6'],
])('a change from %j to %j is told by the sides that it has', (before, after, words) => {
  expect(changeWords({ before, after })).toBe(words);
});
