import { describe, expect, it } from 'vitest';
import { parseGtin } from '../../domain/barcodes/gtin.ts';
import { product } from '../../domain/catalog/product.ts';
import { chanceFrom } from './chance.ts';
import { makeProducts } from './make-products.ts';

const made = makeProducts(5000, chanceFrom('seed'));

describe('makeProducts', () => {
  it('makes products that the catalog takes, each with a GTIN-13 of its own that nobody else can have', () => {
    for (const { aisle, ...one } of made) {
      expect(product.parse(one)).toEqual(one);
      expect(parseGtin(one.gtin?.slice(1) ?? '')).toEqual({ ok: true, value: one.gtin });
      expect(one.gtin?.slice(0, 4)).toBe('0952');
      expect(aisle).toMatch(/^[A-Z]$/);
    }
    expect(new Set(made.map((one) => one.gtin)).size).toBe(5000);
  });

  it('gives five thousand different names, and prices that end in 9 cents', () => {
    // A department with fewer than its share of versions starts again: a few names may repeat, as they do in real catalogs.
    expect(new Set(made.map((one) => one.name)).size).toBeGreaterThan(4_000);
    expect(made.filter((one) => one.unitPrice % 10_000 !== 9_000)).toEqual([]);
  });

  it('makes the same from the same seed, and other ones from another', () => {
    expect(makeProducts(200, chanceFrom('seed'))).toEqual(makeProducts(200, chanceFrom('seed')));
    expect(makeProducts(200, chanceFrom('other'))).not.toEqual(makeProducts(200, chanceFrom('seed')));
  });
});
