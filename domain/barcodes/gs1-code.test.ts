import { describe, expect, it } from 'vitest';
import { readDigitalLink, readGs1 } from './gs1-code.ts';

const TODAY = '2026-11-25';

describe('a GS1 code', () => {
  it('says all that a till asks for', () => {
    expect(readGs1('010950110153000317261231' + '10LOT7\u001d' + '21S1\u001d' + '3103001250' + '3932978499', TODAY)).toMatchObject({
      ok: true,
      value: {
        gtin14: '09501101530003',
        lot: 'LOT7',
        serial: 'S1',
        expiry: '2026-12-31',
        weight: { value: 1250, decimals: 3, unit: 'kg' },
        price: { value: 499, decimals: 2, currency: 'EUR' },
        warning: null,
      },
    });
  });

  it('warns where a lot looks as if it had swallowed a date', () => {
    expect(readGs1('010950110153000310ABC17261231', TODAY)).toMatchObject({ value: { lot: 'ABC17261231', warning: 'separator_missing' } });
    expect(readGs1('010950110153000310ABC17269931', TODAY)).toMatchObject({ value: { warning: null } });
  });

  it('of a pallet or a coupon names no goods', () => {
    expect(readGs1('00340123456789012340', TODAY)).toMatchObject({ value: { gtin14: null, isCoupon: false } });
    expect(readGs1('2559501101000032000000123', TODAY)).toMatchObject({ value: { gtin14: null, isCoupon: true } });
  });
});

describe('a Digital Link', () => {
  it.each([
    ['https://id.gs1.org/01/09501101530003'],
    ['HTTPS://SHOP.example/de/deli/01/9501101530003/10/AB?utm=1'],
    ['https://id.gs1.org/01/9501101530003?17=261231&linkType=gs1:pip'],
  ])('%s names goods', (text) => {
    expect(readDigitalLink(text, TODAY)).toMatchObject({ ok: true, value: { gtin14: '09501101530003' } });
  });

  it.each([
    ['https://shop.example/01', { reason: 'not_an_item_code' }],
    ['https://shop.example/menu/2026', { reason: 'not_an_item_code' }],
    ['https://', { reason: 'not_an_item_code' }],
    ['https://id.gs1.org/01/9501101530004', { reason: 'check_digit', ai: '01', expectedDigit: '3' }],
    ['https://id.gs1.org/01/9501101530003/10/A%20B', { reason: 'charset', ai: '10' }],
    ['https://id.gs1.org/01/9501101530003/77/1', { reason: 'unknown_ai', ai: '77' }],
  ])('%s is refused', (text, refusal) => {
    expect(readDigitalLink(text, TODAY)).toEqual({ ok: false, refusal });
  });
});
