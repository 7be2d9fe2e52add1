import { expect, it } from 'vitest';
import { isTooLarge } from './limits.ts';

it.each([
  [9_999_999_999_900, true],
  [-9_999_999_999_900, true],
  [10_000_000_001, true],
  [10_000_000_000, false],
  [0, false],
])('%d minor units are too large: %s', (minor, expected) => {
  expect(isTooLarge(minor)).toBe(expected);
});
