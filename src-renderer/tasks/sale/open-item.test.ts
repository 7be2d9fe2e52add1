import { expect, it } from 'vitest';
import { OPEN_ITEM, openItemLine } from './open-item.ts';

const entered = { name: 'Vase', unitPrice: 1_990_000, taxClass: 'standard' };

it.each([
  ['nothing that was scanned', null, OPEN_ITEM, 'service'],
  ['a code', '4006381333931', '4006381333931', 'goods'],
  ['a label with characters that no screen shows', '\u001d01', '01', 'goods'],
  ['a label that is longer than an article number', 'A'.repeat(80), 'A'.repeat(64), 'goods'],
  ['a label without any letter', '\u001d', OPEN_ITEM, 'service'],
])('an open item for %s is a line of its own', (_what, code, sku, kind) => {
  expect(openItemLine({ code, ...entered })).toEqual({ ...entered, kind, sku, gtin: null, quantity: 1, priceSource: 'entered' });
});
