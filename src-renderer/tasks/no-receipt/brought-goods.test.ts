import { describe, expect, it } from 'vitest';
import type { Product } from '../../../domain/catalog/product.ts';
import { returnWindow } from '../../../domain/returns/settings.ts';
import { product } from '../../../test/support/counter-device.ts';
import { addBrought, broughtLines, broughtOf, type NoReceiptDraft, readNoReceipt, setBrought, writeNoReceipt } from './brought-goods.ts';

const lamp: Product = { ...product, sku: 'LAMP', name: 'Lamp', category: 'Home' };
const TODAY = '2026-03-31';

describe('goods that are brought without a receipt', () => {
  it.each<[string, Partial<Product>, string | null]>([
    ['plain goods', {}, null],
    ['goods with a deposit', { terms: { deposits: [{ sku: 'BOTTLE', quantity: 1 }] } }, null],
    ['a service', { terms: { kind: 'service' } }, 'Lamp comes back with its receipt only.'],
    ['goods at an open price', { terms: { openPrice: true } }, 'Lamp comes back with its receipt only.'],
    ['a piece with a serial number', { terms: { asksSerial: true } }, 'Lamp comes back with its receipt only.'],
    ['a bundle', { terms: { components: [{ sku: 'A', quantity: 1 }] } }, 'Lamp comes back with its receipt only.'],
    ['weighed goods', { soldBy: 'kg' }, 'Lamp comes back with its receipt only.'],
    ['what is final', { terms: { finalSale: true } }, 'Lamp: This does not come back.'],
    ['a category that does not come back', { category: 'Food' }, 'Lamp: This does not come back.'],
  ])('are taken, or kept: %s', (_what, given, refusal) => {
    const found = broughtOf({ ...lamp, ...given }, { ...returnWindow.standard, days: 0, never: ['Food'] }, TODAY);
    expect(found.ok ? null : found.refusal.replaceAll(/[\u2068\u2069]/g, '')).toBe(refusal);
  });

  it('are counted by article, changed and taken away', () => {
    const two = addBrought(addBrought(new Map(), 'LAMP'), 'LAMP');
    expect(two.get('LAMP')).toEqual({ quantity: 2, disposition: 'restock' });
    expect(setBrought(two, 'LAMP', { quantity: 0, disposition: 'restock' }).size).toBe(0);
    for (const wrong of [-1, 1.5, 1001, Number.NaN]) expect(setBrought(two, 'LAMP', { quantity: wrong, disposition: 'restock' })).toBe(two);
    expect(broughtLines(two, (sku) => (sku === 'LAMP' ? lamp : undefined))).toMatchObject([{ kind: 'goods', sku: 'LAMP', quantity: 2 }]);
    expect(broughtLines(two, () => undefined)).toEqual([]);
  });

  it('are found again after a restart, and anything else reads as none', () => {
    const draft: NoReceiptDraft = {
      brought: new Map([['LAMP', { quantity: 1, disposition: 'vendor', reason: 'defective', condition: 'defective' }]]),
      ...{ document: 'passport', customerId: 'C1', creditNumber: '6006491234567730', creditSince: 7 },
    };
    expect(readNoReceipt(JSON.parse(JSON.stringify(writeNoReceipt(draft))))).toEqual(draft);
    for (const wrong of [null, undefined, {}, { ...writeNoReceipt(draft), document: '4711' }]) expect(readNoReceipt(wrong)).toBeNull();
  });
});
