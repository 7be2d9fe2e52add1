import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gtinCheckDigit } from '../../domain/barcodes/check-digits.ts';
import type { CatalogPage } from '../../domain/catalog/product.ts';
import { CatalogIndex } from './catalog-index.ts';

function gtin14(number: number): string {
  const body = String(number).padStart(12, '0');
  return `0${body}${gtinCheckDigit(body)}`;
}

function page(number: number, names: readonly string[]): CatalogPage {
  return {
    page: number,
    sku: names.map((_, index) => `S-${number}-${index}`),
    gtin: names.map((_, index) => (index % 3 === 2 ? null : gtin14(number * 500 + index + 1))),
    name: [...names],
    brand: names.map(() => 'House'),
    category: names.map(() => ''),
    size: names.map(() => ''),
    unitPrice: names.map((_, index) => index * 1000),
    taxClass: names.map(() => 'standard'),
    minimumAge: number === 1 ? names.map((_, index) => (index === 0 ? 18 : null)) : [],
    soldBy: number === 1 ? names.map((_, index) => (index === 1 ? 'kg' : 'piece')) : [],
    tareGrams: number === 1 ? names.map((_, index) => index * 15) : [],
    weightGrams: [],
    sizeMm: [],
    picture: [],
  };
}

describe('CatalogIndex', () => {
  it('knows the age that a product asks for and what its price is for; a page of an older server says nothing of it', () => {
    const index = new CatalogIndex();
    const { minimumAge: _, soldBy: _by, tareGrams: _tare, ...older } = page(2, ['Tea']);
    for (const one of [page(0, ['Cup']), page(1, ['Wine', 'Glass']), older as CatalogPage]) index.putPage(one);
    expect(['S-0-0', 'S-1-0', 'S-1-1', 'S-2-0'].map((sku) => index.product(sku)?.minimumAge)).toEqual([null, 18, null, null]);
    expect(['S-0-0', 'S-1-0', 'S-1-1', 'S-2-0'].map((sku) => index.product(sku)?.soldBy)).toEqual(['piece', 'piece', 'kg', 'piece']);
    expect(['S-0-0', 'S-1-0', 'S-1-1', 'S-2-0'].map((sku) => index.product(sku)?.tareGrams)).toEqual([0, 0, 15, 0]);
  });

  it('knows the picture of each product, and says when they may have changed; a page of an older server has none', () => {
    const index = new CatalogIndex();
    const { picture: _, ...older } = page(2, ['Tea']);
    index.putPage(older as CatalogPage);
    index.putPage(page(0, ['Cup']));
    expect([index.pictureVersion, index.picture('S-0-0'), index.picture('S-2-0')]).toEqual([0, null, null]);
    index.putPage({ ...page(1, ['Wine', 'Glass', 'Plate']), picture: ['aa', null, 'aa'] });
    expect([index.pictureVersion, ['S-1-0', 'S-1-1', 'S-1-2', 'S-9-9'].map((sku) => index.picture(sku))]).toEqual([
      1,
      ['aa', null, 'aa', null],
    ]);
    expect([...index.pictures()]).toEqual(['aa']);
    index.putPage(page(1, ['Wine', 'Glass', 'Plate']));
    expect([index.pictureVersion, index.picture('S-1-0'), index.pictures().size]).toEqual([2, null, 0]);
  });

  it('finds every product by SKU, by GTIN and by the shorter GTIN that a scanner reads', () => {
    const index = new CatalogIndex();
    index.putPage(page(3, ['Oat biscuits', 'Rye bread', 'Loose apples']));
    expect(index.size).toBe(3);
    expect(index.lookup('S-3-2')?.name).toBe('Loose apples');
    expect(index.lookup('s-3-2')?.name).toBe('Loose apples');
    const gtin = gtin14(1502);
    expect(index.lookup(gtin)?.name).toBe('Rye bread');
    expect(index.lookup(gtin.slice(1))?.name).toBe('Rye bread');
    expect(index.lookup(gtin.slice(0, -1) + String((Number(gtin.at(-1)) + 1) % 10))).toBeUndefined();
    expect(index.product('S-3-1')?.unitPrice).toBe(1000);
  });

  it('forgets what a newer version of a page no longer holds', () => {
    const index = new CatalogIndex();
    index.putPage(page(0, ['A', 'B', 'C']));
    index.search('a', 5);
    index.putPage({ ...page(0, ['D']), sku: ['other'] });
    expect(index.lookup('S-0-0')).toBeUndefined();
    expect(index.search('d', 5).map((product) => product.sku)).toEqual(['other']);
    index.removePage(0);
    expect(index.size).toBe(0);
    expect(index.search('d', 5)).toEqual([]);
  });

  it.each([
    ['the page that it came to arrives first', [2, 1]],
    ['the page that it left arrives first', [1, 2]],
  ])('finds a product that moved to another page by SKU and barcode when %s', (_, order) => {
    const index = new CatalogIndex();
    const [left, tail] = [page(1, ['A', 'B']), page(2, ['C'])];
    index.putPage(left);
    index.putPage(tail);
    const pick = <T>(column: readonly T[], from: number, to?: number) => column.slice(from, to);
    const columns = ['sku', 'gtin', 'name', 'brand', 'category', 'size', 'unitPrice', 'taxClass'] as const;
    const shorter = { page: 1, ...Object.fromEntries(columns.map((name) => [name, pick<unknown>(left[name], 0, 1)])) } as CatalogPage;
    const longer = {
      page: 2,
      ...Object.fromEntries(columns.map((name) => [name, [...tail[name], ...pick<unknown>(left[name], 1)]])),
    } as CatalogPage;
    for (const number of order) index.putPage(number === 1 ? shorter : longer);
    expect(index.lookup('S-1-1')?.name).toBe('B');
    expect(index.lookup(left.gtin[1] ?? '')?.name).toBe('B');
    expect(index.size).toBe(3);
    index.removePage(1);
    expect(index.lookup(left.gtin[1] ?? '')?.name).toBe('B');
    expect(index.search('b', 5).map((product) => product.name)).toEqual(['B']);
  });

  it('keeps the tail of a page that has grown past its size apart from the next page', () => {
    const index = new CatalogIndex();
    index.putPage(
      page(
        0,
        Array.from({ length: 502 }, (_, at) => `Long ${at}`),
      ),
    );
    index.putPage(page(1, ['Next']));
    expect(index.lookup('S-0-500')?.name).toBe('Long 500');
    expect(index.lookup('S-1-0')?.name).toBe('Next');
    index.removePage(1);
    expect(index.lookup('S-0-500')?.name).toBe('Long 500');
  });

  it('ranks whole words before beginnings of words, and these before what merely holds it; the beginning of the name first', () => {
    const index = new CatalogIndex();
    index.putPage(page(0, ['Strawberry tart', 'Jam, berry-red', 'Green berrylike tea', 'Berrylike tea', 'Berry tea', 'Cheese']));
    expect(index.search('berry', 10).map((product) => product.name)).toEqual([
      'Berry tea',
      'Jam, berry-red',
      'Berrylike tea',
      'Green berrylike tea',
      'Strawberry tart',
    ]);
  });

  it('finds products by words in any order', () => {
    const index = new CatalogIndex();
    index.putPage(page(0, ['Strawberry tart', 'Blue berry jam', 'Berry tea']));
    expect(index.search('  JAM berry ', 10).map((product) => product.name)).toEqual(['Blue berry jam']);
    expect(index.search('   ', 10)).toEqual([]);
  });

  it('does not mind accents or scripts', () => {
    const index = new CatalogIndex();
    index.putPage(page(0, ['Crème fraîche', 'いちごジャム']));
    expect(index.search('creme', 5).map((product) => product.name)).toEqual(['Crème fraîche']);
    expect(index.search('ジャム', 5).map((product) => product.name)).toEqual(['いちごジャム']);
  });

  it('forgives one typing error in a word, after what is found exactly, and none in a number', () => {
    const index = new CatalogIndex();
    index.putPage(page(0, ['Coffee beans', 'Toffee', 'Coffein pills', 'Straße Würstchen', 'Lódź pączki', 'Rye bread (4 pieces)']));
    const names = (text: string) => index.searchForgiving(text, 10).map((product) => product.name);
    expect(names('cofee')).toEqual(['Coffee beans', 'Coffein pills']);
    expect(names('coffee')).toEqual(['Coffee beans', 'Toffee', 'Coffein pills']);
    expect(names('cofee baens')).toEqual(['Coffee beans']);
    expect(names('strase wurstchn')).toEqual(['Straße Würstchen']);
    expect(names('lodz')).toEqual(['Lódź pączki']);
    expect(names('S-0-9')).toEqual([]);
    expect(index.search('cofee', 10)).toEqual([]);
    expect(names('coff*')).toEqual(['Coffee beans', 'Coffein pills']);
  });

  it('finds the same as a plain filter, up to the limit', () => {
    const names = fc.array(fc.stringMatching(/^[a-c ]{1,8}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(names, fc.stringMatching(/^[a-c]{1,2}$/), fc.integer({ min: 1, max: 40 }), (all, word, limit) => {
        const index = new CatalogIndex();
        index.putPage({ ...page(0, all), brand: all.map(() => ''), gtin: all.map(() => null), sku: all.map((_, at) => `#${at}`) });
        // A letter at a time, as a hand types: each search may use what the one before it found.
        [...word].forEach((_, at) => index.search(word.slice(0, at), limit));
        const found = index.search(word, limit);
        const expected = all.filter((name) => name.includes(word)).length;
        expect(found.length).toBe(Math.min(limit, expected));
        expect(found.every((product) => product.name.includes(word))).toBe(true);
      }),
    );
  });
});
