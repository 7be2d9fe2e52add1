import { describe, expect, it } from 'vitest';
import type { Product } from '../../../domain/catalog/product.ts';
import { product } from '../../../test/support/counter-device.ts';
import { addEmpties, emptiesLines, emptiesOf, readEmpties, setEmpties, writeEmpties } from './empties.ts';

const articles: readonly Product[] = [
  { ...product, sku: 'BOTTLE', name: 'Bottle deposit', unitPrice: 8_000, terms: { kind: 'deposit', taxOfGoods: true } },
  { ...product, sku: 'CRATE', name: 'Crate deposit', unitPrice: 150_000, terms: { kind: 'deposit' } },
  { ...product, sku: 'COLA', terms: { deposits: [{ sku: 'BOTTLE', quantity: 1 }] } },
  {
    ...product,
    sku: 'COLA-20',
    terms: {
      deposits: [
        { sku: 'BOTTLE', quantity: 20 },
        { sku: 'CRATE', quantity: 1 },
      ],
    },
  },
  { ...product, sku: 'LAMP', name: 'Lamp' },
];
const find = (sku: string) => articles.find((one) => one.sku === sku);
const catalog = { lookup: find, product: find };

describe('empties', () => {
  it.each([
    ['BOTTLE', [['BOTTLE', 1]]],
    ['COLA', [['BOTTLE', 1]]],
    [
      'COLA-20',
      [
        ['BOTTLE', 20],
        ['CRATE', 1],
      ],
    ],
  ])('that are scanned as %s', (code, found) => {
    const read = emptiesOf(catalog, code);
    expect(read.ok && [...read.value]).toEqual(found);
  });

  it('are none of goods without a deposit, and none of a code that nobody knows', () => {
    expect(emptiesOf(catalog, 'LAMP')).toEqual({ ok: false, refusal: 'Lamp (LAMP) bears no deposit.' });
    expect(emptiesOf(catalog, '4711')).toEqual({ ok: false, refusal: '4711 is no article of the catalog.' });
  });

  it('are counted, changed and taken away, and no more of them than a person brings', () => {
    const two = addEmpties(
      addEmpties(new Map(), new Map([['BOTTLE', 20]])),
      new Map([
        ['BOTTLE', 1],
        ['CRATE', 1],
      ]),
    );
    expect([...two]).toEqual([
      ['BOTTLE', 21],
      ['CRATE', 1],
    ]);
    expect([...setEmpties(two, 'CRATE', 0)]).toEqual([['BOTTLE', 21]]);
    for (const wrong of [-1, 1.5, 1001, Number.NaN]) expect(setEmpties(two, 'BOTTLE', wrong)).toBe(two);
    expect([...addEmpties(new Map([['BOTTLE', 995]]), new Map([['BOTTLE', 20]]))]).toEqual([['BOTTLE', 1000]]);
  });

  it('are found again, also those of an app that gave no store credit, and anything else reads as none', () => {
    const counted = new Map([['BOTTLE', 3]]);
    const kept = { counted, creditNumber: '6006491234567730', creditSince: 7 };
    expect(readEmpties(JSON.parse(JSON.stringify(writeEmpties(kept))))).toEqual(kept);
    expect(readEmpties([['BOTTLE', 3]])).toEqual({ counted, creditNumber: '', creditSince: null });
    for (const wrong of [null, undefined, [['BOTTLE', -3]], { BOTTLE: 3 }, { ...kept, counted: 3 }]) expect(readEmpties(wrong)).toBeNull();
  });

  it('cost what their deposit costs today, at its own tax class; what is no deposit any more costs nothing', () => {
    expect(
      emptiesLines(
        new Map([
          ['BOTTLE', 12],
          ['LAMP', 1],
          ['GONE', 2],
        ]),
        find,
      ),
    ).toEqual([
      { kind: 'deposit', sku: 'BOTTLE', gtin: null, name: 'Bottle deposit', quantity: 12, unitPrice: 8_000, taxClass: 'standard' },
    ]);
  });
});
