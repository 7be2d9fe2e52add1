import { expect, it } from 'vitest';
import { nameKey } from './name-key.ts';

it.each([
  ['Ada Lovelace', 'ada lovelace'],
  ['  ADA   lovelace ', 'ada lovelace'],
  ['Zoe\u0308', 'zoë'],
  ['Ａｄａ', 'ada'],
])('%j is compared as %j', (name, key) => {
  expect(nameKey(name)).toBe(key);
});
