import { describe, expect, it } from 'vitest';
import { inStoreCodeLayouts } from '../../../domain/barcodes/in-store-layouts.ts';
import { product } from '../../../test/support/counter-device.ts';
import { resolveScan } from './resolve-entry.ts';
import { serialOf } from './serial-of.ts';

const phone = { ...product, sku: 'PHONE', gtin: '04006381333931' };
const catalog = { lookup: (code: string) => (['4006381333931', '04006381333931'].includes(code) ? phone : undefined) };
const rules = { today: '2026-03-02', inStore: inStoreCodeLayouts.standard, separators: [], currency: 'EUR', promotions: [], quotes: [] };
const read = (code: string, sku = 'PHONE') => serialOf(code, sku, resolveScan(catalog, code, rules), rules);

describe('the serial number in a scan', () => {
  it.each([
    ['what no article has', 'SN-2024-001', 'SN-2024-001'],
    ['an IMEI', '356938035643809', '356938035643809'],
    ['a GS1 label of the article', ']d2010400638133393121SN-77', 'SN-77'],
    ['a code with the sign of its symbology before it', ']C0SN-78', 'SN-78'],
    ['what is longer than any', 'X'.repeat(65), null],
    ['the barcode of the article', '4006381333931', null],
  ])('%s', (_what, code, serial) => expect(read(code)).toBe(serial));

  it('is none of another article', () => expect(read(']d2010400638133393121SN-77', 'OTHER')).toBeNull());
});
