import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gtinCheckDigit } from './check-digits.ts';
import { gtinsOf, parseGtin } from './gtin.ts';

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

describe('the products that a label may name', () => {
  it.each([
    // One of each way to leave zeros out (GS1 General Specifications, section 5.2.2.4.2), by the last digit.
    ['04252614', '00042100005264'],
    ['01234505', '00012000003455'],
    ['01234514', '00012100003454'],
    ['01234523', '00012200003453'],
    ['01234531', '00012300000451'],
    ['01234543', '00012340000053'],
    ['01234565', '00012345000065'],
    ['036000291452', '00036000291452'],
    ['0036000291452', '00036000291452'],
    ['96385074', '00000096385074'],
    [']E04006381333931', '04006381333931'],
    ['0104006381333931', '04006381333931'],
    [']d20104006381333931\u001d10LOT7', '04006381333931'],
    ['(01)04006381333931(10)LOT7', '04006381333931'],
  ])('%j names %s', (code, gtin) => {
    expect(gtinsOf(code)).toContain(gtin);
  });

  it.each([[''], ['4011'], ['04252615'], ['0142100005264'], ['85123A'], ['0104006381333932'], ['91234565']])('%j names none', (code) => {
    expect(gtinsOf(code)).toEqual([]);
  });

  it('names a UPC-E before the GTIN-8 of the same digits', () => {
    const both = Array.from({ length: 1_000_000 }, (_, index) => `0${String(index).padStart(6, '0')}`)
      .map((body) => `${body}${gtinCheckDigit(body)}`)
      .find((code) => gtinsOf(code).length === 2);
    expect(gtinsOf(both ?? '')[1]).toBe((both ?? '').padStart(14, '0'));
  });
});
