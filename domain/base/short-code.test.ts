import { expect, it } from 'vitest';
import { shortCode } from './short-code.ts';

it('is the same for the same text, has no signs that are mixed up, and differs from text to text', () => {
  const codes = Array.from({ length: 500 }, (_, index) => shortCode(`text ${index}`));
  expect(codes).toEqual(Array.from({ length: 500 }, (_, index) => shortCode(`text ${index}`)));
  for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
  expect(new Set(codes).size).toBe(500);
});
