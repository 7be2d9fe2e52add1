import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStorable, text } from './text.ts';

describe('text', () => {
  it.each(['', 'plain', 'Łódź ß', '🛒', 'a🛒b', 'tab\tand line\n'])('takes %j', (value) => {
    expect(text.safeParse(value).success).toBe(true);
  });

  const halves = ['🛒'.slice(0, 1), '🛒'.slice(1)];
  it.each(['\u0000', 'a\u0000b', '\ud800', '\udc00', 'a\ud83d', '\ude00\ud83d', ...halves])('refuses %j', (value) => {
    expect(text.safeParse(value).success).toBe(false);
    expect(text.min(0).max(99).trim().nullable().optional().safeParse(value).success).toBe(false);
  });

  it('takes exactly what UTF-8 can carry, but for NUL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(isStorable(value)).toBe(Buffer.from(value, 'utf8').toString('utf8') === value && !value.includes('\0'));
      }),
    );
  });
});
