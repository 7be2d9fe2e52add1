import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gtinCheckDigit, parseGtin } from './gtin.ts';

describe('parseGtin', () => {
  it.each([
    ['96385074', '00000096385074'],
    ['036000291452', '00036000291452'],
    ['4006381333931', '04006381333931'],
    ['10614141000415', '10614141000415'],
    ['4006-3813 33931', '04006381333931'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseGtin(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['4006381333932', 'gtin_bad_check_digit'],
    ['400638133393', 'gtin_bad_check_digit'],
    ['40063', 'gtin_wrong_length'],
    ['', 'gtin_not_digits'],
    ['85123A', 'gtin_not_digits'],
  ])('refuses %s as %s', (text, refusal) => {
    expect(parseGtin(text)).toEqual({ ok: false, refusal });
  });

  it('finds every single wrong digit and every swap of neighbours that changes the weighted sum', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const gtin = `${body}${gtinCheckDigit(body)}`;
        const digit = (Number(gtin[at]) + by) % 10;
        expect(parseGtin(gtin.slice(0, at) + String(digit) + gtin.slice(at + 1)).ok).toBe(false);
      }),
    );
  });
});
