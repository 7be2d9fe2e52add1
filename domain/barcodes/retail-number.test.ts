import { describe, expect, it } from 'vitest';
import { readGtin8, readIsbn10, readNumber, readWithAddon } from './retail-number.ts';

const NONE = { country: null, layouts: [] };

describe('numbers of retail', () => {
  it.each([
    ['01234505', 'upce', '00012000003455'],
    ['96385074', 'gtin8', '00000096385074'],
    ['036000291452', 'gtin12', '00036000291452'],
    ['0036000291452', 'gtin12', '00036000291452'],
    ['4006381333931', 'gtin13', '04006381333931'],
    ['10614141007346', 'gtin14', '10614141007346'],
    ['9790260000438', 'ismn', '09790260000438'],
    ['400123456782', 'rcn12_company', '00400123456782'],
  ])('%s is a %s', (digits, kind, gtin14) => {
    expect(readNumber(digits, NONE)).toMatchObject({ ok: true, value: { kind, gtin14 } });
  });

  it.each([['512345678900'], ['0512345678900'], ['9812345678902'], ['9912345678909']])('%s is a coupon, never goods', (digits) => {
    expect(readNumber(digits, NONE)).toMatchObject({ ok: true, value: { kind: expect.stringContaining('coupon') as string } });
  });

  it('a book has its price beside it in many currencies, or none', () => {
    const of = (addon: string) => readWithAddon(`9780201379624${addon}`, NONE);
    expect(of('51995')).toMatchObject({ value: { suggestedPrice: { value: 1995, decimals: 2, currency: 'USD' } } });
    expect(of('90000')).toEqual({ ok: true, value: { kind: 'isbn', gtin14: '09780201379624', addon: '90000' } });
  });

  it('eight digits that are said to be an EAN-8 are no UPC-E', () => {
    expect(readGtin8('01234565')).toMatchObject({ value: { kind: 'gtin8' } });
    expect(readNumber('01234565', NONE)).toMatchObject({ value: { kind: 'upce' } });
    expect(readGtin8('0123456')).toEqual({ ok: false, refusal: { reason: 'length' } });
  });

  it('an old ISBN is read as the thirteen digits of the same book', () => {
    expect(readIsbn10('080442957x')).toMatchObject({ value: { gtin14: '09780804429573' } });
    expect(readIsbn10('0306406153')).toEqual({ ok: false, refusal: { reason: 'check_digit', expectedDigit: '2' } });
  });
});
