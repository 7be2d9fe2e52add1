import { expect, it } from 'vitest';
import { rememberTokens } from './recent-tokens.ts';

it('remembers a token for as long as it is told, counted from its last use', () => {
  let now = 0;
  const recent = rememberTokens(10, 5, () => now);
  expect(recent.has('a')).toBe(false);
  recent.note('a');
  now = 9;
  expect(recent.has('a')).toBe(true);
  recent.note('a');
  now = 18;
  expect(recent.has('a')).toBe(true);
  now = 19;
  expect(recent.has('a')).toBe(false);
});

it('forgets the one that was used longest ago when there are too many', () => {
  const recent = rememberTokens(10, 2, () => 0);
  for (const token of ['a', 'b', 'a', 'c']) recent.note(token);
  expect(['a', 'b', 'c'].map((token) => recent.has(token))).toEqual([true, false, true]);
});
