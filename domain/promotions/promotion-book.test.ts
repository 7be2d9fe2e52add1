import { describe, expect, it } from 'vitest';
import { type Promotion, promotion } from './promotion.ts';
import { bookOf, makeBook, membersOf } from './promotion-book.ts';

const made = (id: string, given: Partial<Promotion>) =>
  promotion.parse({ kind: 'percent_off', id, name: id, startsOn: '2026-11-20', endsOn: '2026-11-30', basisPoints: 1000, ...given });
const idsOf = (promotions: readonly Promotion[]) => makeBook(promotions).entries.map((entry) => entry.promotion.id);

const lines = [
  { sku: 'A', category: 'Tops', brand: 'Acme' },
  { sku: 'B', category: 'Shoes', brand: null },
  { sku: 'CARD', category: 'Tops', fixed: true },
  { sku: 'D' },
];
const found = (given: Promotion) => membersOf(makeBook([given]), lines).get(0);

describe('the book of promotions', () => {
  it('orders by priority, then goods before the sale before points, then by their ids, whatever the order of the list', () => {
    const points = { kind: 'points', pointValue: 1000 } as const;
    const sale = { kind: 'sale_amount', amountMinor: 1 } as const;
    const strict = ({ basisPoints: _, ...given }: Promotion & { basisPoints?: number }) => given as Promotion;
    const of = (id: string, given: object) => promotion.parse({ ...strict(made(id, {})), ...given });
    const given = [of('points', points), of('sale', sale), made('b', {}), made('a', {}), of('first', { ...sale, priority: 1 })];
    expect(idsOf(given)).toEqual(['first', 'a', 'b', 'sale', 'points']);
    expect(idsOf([...given].reverse())).toEqual(['first', 'a', 'b', 'sale', 'points']);
  });

  it.each<[Partial<Promotion>, number[] | undefined, boolean?]>([
    [{ skus: ['A', 'D'] }, [0, 3]],
    [{ skus: ['A'], categories: ['Tops', 'Shoes'], brands: ['Acme'] }, [0, 1], true],
    [{ everything: true }, [0, 1, 3], true],
    [{ everything: true, excludedSkus: ['D'], excludedCategories: ['Shoes'] }, [0], true],
    [{ skus: ['B'], excludedCategories: ['Shoes'] }, [], true],
    [{ skus: ['CARD'] }, [], true],
    [{ skus: ['OTHER'] }, undefined],
  ])('finds the lines that %j names', (given, at, excluded = false) => {
    expect(found(made('P', given))).toEqual(at === undefined ? undefined : { lines: at, excluded });
  });

  it('finds the parts of a bundle, and both sides of buy and get', () => {
    const { basisPoints: _, ...base } = made('P', {}) as Extract<Promotion, { kind: 'percent_off' }>;
    const bundle = {
      ...base,
      kind: 'bundle',
      everything: true,
      parts: [
        { skus: ['A'], units: 1 },
        { categories: ['Shoes'], units: 1 },
      ],
      priceMinor: 1,
    };
    const get = { ...base, kind: 'buy_get_other', skus: ['D'], buy: 1, get: 1, gets: { skus: ['A'] } };
    expect([bundle, get].map((one) => found(promotion.parse(one))?.lines)).toEqual([
      [0, 1],
      [0, 3],
    ]);
  });

  it('is made once for each list', () => {
    const list = [made('P', {})];
    expect(bookOf(list)).toBe(bookOf(list));
    expect(bookOf([...list])).not.toBe(bookOf(list));
  });
});
