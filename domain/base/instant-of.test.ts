import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from './envelope.ts';
import { instantAfter, instantOf } from './instant-of.ts';

describe('an instant as it is written', () => {
  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [-1, '1970-01-01T00:00:00.000Z'],
    [Date.parse('0000-01-01T00:00:00Z'), '1970-01-01T00:00:00.000Z'],
    [Number.MAX_SAFE_INTEGER, '9999-12-31T23:59:59.999Z'],
  ])('%d is %s', (ms, written) => {
    expect(instantOf(ms)).toBe(written);
  });

  it('is valid whatever the clock says, and sorts as text', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
        expect(instant.safeParse(instantOf(a)).success).toBe(true);
        if (a <= b) expect(instantOf(a) <= instantOf(b)).toBe(true);
      }),
    );
  });

  it('is now, or a millisecond after the newest', () => {
    const now = Date.parse('2026-03-02T10:00:00.000Z');
    expect(instantAfter(now, [])).toBe('2026-03-02T10:00:00.000Z');
    expect(instantAfter(now, ['2015-01-01T00:00:00Z'])).toBe('2026-03-02T10:00:00.000Z');
    expect(instantAfter(now, ['2026-03-02T11:00:00Z', '2026-03-02T10:30:00Z'])).toBe('2026-03-02T11:00:00.001Z');
  });
});
