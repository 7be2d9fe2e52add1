import { expect, it } from 'vitest';
import { whoWords } from './who-words.ts';

it.each([
  ['user', '203.0.113.9', 'Ada, from 203.0.113.9'],
  ['key', '203.0.113.9', 'Key Ada, from 203.0.113.9'],
  ['command', null, 'Command on the server (Ada)'],
  // Kept before users had names.
  [null, null, 'Ada'],
] as const)('a %s from %s is told', (kind, address, words) => {
  expect(whoWords({ by: { kind, id: 'x', name: 'Ada' }, address })).toBe(words);
});
