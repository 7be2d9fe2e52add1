import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BarcodeSettings, readBarcode } from './read-barcode.ts';

const SETTINGS: BarcodeSettings = { today: '2026-11-25', inStore: { country: null, layouts: [] }, separators: [] };

describe('what a scanner sent', () => {
  it.each([
    ['4006381333931\r\n', 'gtin13'],
    [']E04006381333931', 'gtin13'],
    [']E3978020137962451995', 'isbn'],
    [']E251995', 'addon'],
    [']d20109501101530003', 'gs1'],
    ['(01)09501101530003(10)A', 'gs1'],
    ['0109501101530003', 'gs1'],
    ['\u001d0109501101530003', 'gs1'],
    [']d10109501101530003', 'internal'],
    [']d1https://id.gs1.org/01/09501101530003', 'gs1_digital_link'],
    [']Q3https://id.gs1.org/01/09501101530003', 'gs1_digital_link'],
  ])('%j is a %s', (raw, kind) => {
    expect(readBarcode(raw, SETTINGS)).toMatchObject({ ok: true, value: { kind } });
  });

  it.each([
    ['', 'empty'],
    [']E0', 'empty'],
    ['ABC', 'not_numeric'],
    ['4006', 'length'],
    ['40063813339314006381333931', 'double_scan'],
    [']D20109501101530003', 'caps_lock_suspected'],
    ['+C10109501101530003', 'layout_suspected'],
    ['https://shop.example/', 'not_an_item_code'],
  ])('%j is refused as %s', (raw, reason) => {
    expect(readBarcode(raw, SETTINGS)).toEqual({ ok: false, refusal: { reason } });
  });

  it('[fuzz] is read or refused, whatever it is, and never throws', () => {
    const raw = fc.oneof(fc.string(), fc.stringMatching(/^\][A-Za-z]\d[ -~]{0,40}$/), fc.stringMatching(/^https:\/\/[ -~]{0,30}$/));
    fc.assert(fc.property(raw, (text) => typeof readBarcode(text, SETTINGS).ok === 'boolean'));
  });
});
