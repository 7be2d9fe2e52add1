import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saleOf } from '../../../test/support/examples.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import {
  addProduct,
  type CartLines,
  hasSerialNumber,
  addLine,
  countsOf,
  MAX_QUANTITY,
  readSaleDraft,
  setQuantity,
  withoutRecorded,
} from './cart-lines.ts';

function productOf(given: Partial<Product> = {}): Product {
  return {
    sku: 'A',
    gtin: null,
    name: 'Article A',
    brand: '',
    category: '',
    size: '',
    unitPrice: 100_000,
    taxClass: 'standard',
    minimumAge: null,
    soldBy: 'piece',
    tareGrams: 0,
    ...given,
  };
}

const apple = productOf();
const pear = productOf({ sku: 'B', name: 'Article B' });
const both = addProduct(addProduct([], apple), pear);

describe('goods on the counter', () => {
  it('come together on one line, in the order in which they were first scanned', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 60 }), (scans) => {
        const lines = scans.reduce<CartLines>((cart, sku) => addProduct(cart, productOf({ sku })), []);
        expect(lines.map((line) => line.sku)).toEqual([...new Set(scans)]);
        for (const line of lines) expect(line.quantity).toBe(scans.filter((sku) => sku === line.sku).length);
      }),
    );
  });

  it('stand on a line of their own when the price changed in between', () => {
    const lines = addProduct(addProduct([], apple), productOf({ unitPrice: 90_000 }));
    expect(lines.map((line) => [line.unitPrice, line.quantity])).toEqual([
      [100_000, 1],
      [90_000, 1],
    ]);
  });

  it.each([
    ['a new quantity', 3, [3, 1]],
    ['zero, which takes the line away', 0, [1]],
    ['half a unit, which is refused', 1.5, [1, 1]],
    ['less than nothing, which is refused', -1, [1, 1]],
    ['more than a sale may hold, which is refused', MAX_QUANTITY + 1, [1, 1]],
    ['no number, which is refused', Number.NaN, [1, 1]],
  ])('take %s', (_, quantity, expected) => {
    expect(setQuantity(both, '1', quantity).map((line) => line.quantity)).toEqual(expected);
  });

  it.each([
    ['a price', { override: { unitPrice: 90_000, reason: 'price_match', approvedBy: null } }],
    ['a discount', { discount: { basisPoints: 1000, reason: 'damaged', approvedBy: null } }],
    ['a note', { note: 'gift' }],
  ])('do not come onto a line on which a person changed %s', (_, changed) => {
    const lines = addProduct(addLine([], { ...apple, quantity: 2, ...changed }), apple);
    expect(lines.map(({ id, quantity }) => [id, quantity])).toEqual([
      ['1', 2],
      ['2', 1],
    ]);
    const kept = ({ sku, gtin, name, quantity, unitPrice, taxClass, id }: (typeof lines)[number]) => ({
      ...{ sku, gtin, name, quantity, unitPrice, taxClass, id },
      ...(id === '1' && changed),
    });
    const draft = { lines: lines.map(kept), afterSeq: 0, begun: null };
    expect(readSaleDraft(JSON.parse(JSON.stringify(draft))).lines).toEqual(draft.lines);
  });

  it('are named in a draft of an app that gave lines no names', () => {
    const lines = both.map(({ id: _, ...line }) => line);
    expect(readSaleDraft({ lines, afterSeq: 0, begun: null }).lines).toEqual(both);
  });

  it('keep the other lines the same objects, so that only one line is painted again', () => {
    expect(setQuantity(both, '1', 5)[1]).toBe(both[1]);
    expect(addProduct(both, apple)[1]).toBe(both[1]);
  });
});

describe('goods with a label', () => {
  const kilos = { quantity: 1250, quantityDecimals: 3, unit: 'kg' } as const;
  const priced = { unitPrice: 239_000, priceSource: 'barcode' } as const;

  it('stand apart from pieces at the catalog’s price, together with their like, and each weight by itself', () => {
    const labels = [{}, kilos, kilos, priced, priced, { serialNumbers: ['S1'] }, { serialNumbers: ['S2'] }];
    const lines = labels.reduce<CartLines>((cart, label) => addProduct(cart, apple, 1, label), []);
    expect(lines.map(({ quantity, unit }) => [quantity, unit ?? 'piece'])).toEqual([
      [1, 'piece'],
      [1250, 'kg'],
      [1250, 'kg'],
      [2, 'piece'],
      [1, 'piece'],
      [1, 'piece'],
    ]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect([...countsOf(lines)]).toEqual([['A', 7]]);
  });

  it('are found again after a crash, and stand on the counter once where they have a serial number', () => {
    const lines = [kilos, priced, { serialNumbers: ['S1'] }].reduce<CartLines>((cart, label) => addProduct(cart, apple, 1, label), []);
    expect(readSaleDraft(JSON.parse(JSON.stringify({ lines, afterSeq: 0, begun: null }))).lines).toEqual(lines);
    expect([['S1'], ['S2'], []].map((serialNumbers) => hasSerialNumber(lines, { serialNumbers }))).toEqual([true, false, false]);
  });
});

describe('goods scanned while a sale was being recorded', () => {
  it.each([
    ['nothing', both, []],
    ['one more of the first', addProduct(both, apple), ['A']],
    ['something new', addProduct(both, productOf({ sku: 'C' })), ['C']],
  ])('are what is left on the counter: %s', (_, lines, left) => {
    expect(withoutRecorded(lines, both).map((line) => line.sku)).toEqual(left);
    expect(withoutRecorded(lines, both).every((line) => line.quantity === 1)).toBe(true);
  });
});

describe('a sale found again after a crash', () => {
  it('has the same lines', () => {
    const draft = {
      lines: [...both],
      afterSeq: 0,
      begun: null,
      id: 'C1',
      saleDiscount: { amountMinor: 50, reason: 'goodwill', approvedBy: null },
      ageCheck: { minimumAge: 18, method: 'birth_date' as const, associateId: 'ANA' },
      heldSaleId: 'H1',
      codes: ['TEN'],
      points: 30,
      customerId: 'CUSTOMER',
      exchange: { number: 'A1-000009', returnId: 'R1', choices: [] },
      paying: {
        lines: [...both],
        sum: {
          lines: saleOf(both).lines,
          totalMinor: 200,
          taxMinor: 0,
          taxExemptionId: 'EX-1',
          coupons: [{ promotionId: 'P', couponId: 'CP-1', mostUses: 1 }],
          usedPoints: 20,
        },
      },
    };
    expect(readSaleDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it.each([[undefined], [null], ['a text'], [{ lines: [{ sku: 'A', quantity: -1 }] }], [{ lines: 'none' }]])(
    'is empty when it was %j',
    (draft) => {
      expect(readSaleDraft(draft)).toEqual({
        lines: [],
        afterSeq: 0,
        begun: null,
        id: null,
        saleDiscount: null,
        ageCheck: null,
        heldSaleId: null,
        codes: [],
        points: null,
        customerId: null,
        exchange: null,
        paying: null,
      });
    },
  );
});
