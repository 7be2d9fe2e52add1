import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTotal } from '../base/money.ts';
import { multiBuyOffer } from './multi-buy.ts';
import type { PromotedLine } from './promotion.ts';
import { FINE } from './unit-runs.ts';

const lineOf = (quantity: number, unitPrice: number): PromotedLine => ({
  sku: 'A',
  quantity,
  unitPrice,
  grossMinor: lineTotal(unitPrice, quantity),
});
const RULE = { basisPoints: 10_000, spread: 'group', cheapestOf: 'group', maxPerSale: null } as const;
const runsOf = (lines: readonly PromotedLine[]) =>
  lines.map(({ unitPrice, quantity, grossMinor }, index) => ({
    index,
    value: BigInt(unitPrice) * (FINE / 1000n),
    units: quantity,
    netMinor: grossMinor,
  }));
const multiBuyDiscounts = (lines: readonly PromotedLine[], buy: number, pay: number) =>
  multiBuyOffer(runsOf(lines), { ...RULE, buy, pay }).amounts;
const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);

interface Unit {
  readonly index: number;
  readonly price: number;
}

/** The plain reading: lay all units in a row from the dearest to the cheapest and cut it into groups of `buy`. */
function groupsByHand(lines: readonly PromotedLine[], buy: number): Unit[][] {
  const row = lines.flatMap((line, index) => Array.from({ length: line.quantity }, (): Unit => ({ index, price: line.unitPrice })));
  row.sort((a, b) => b.price - a.price || a.index - b.index);
  return Array.from({ length: Math.floor(row.length / buy) }, (_, at) => row.slice(at * buy, (at + 1) * buy));
}

/** What each line's units carry of the discounts of their groups, in minor units, not rounded. */
function sharesByHand(lines: readonly PromotedLine[], buy: number, pay: number): number[] {
  const shares = lines.map(() => 0);
  for (const group of groupsByHand(lines, buy)) {
    const free = group.slice(pay).reduce((sum, unit) => sum + unit.price, 0);
    const value = group.reduce((sum, unit) => sum + unit.price, 0);
    for (const { index, price } of group) if (value > 0) shares[index] = (shares[index] ?? 0) + (free * price) / value / 1000;
  }
  return shares;
}

/** Lines whose units cost whole minor units, and lines whose units cost thousandths of one. */
const linesOf = (step: number) =>
  fc
    .array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), price: fc.integer({ min: 0, max: 900 }) }), { maxLength: 8 })
    .map((drawn) => drawn.map(({ quantity, price }) => lineOf(quantity, price * step)));
const buys = fc.integer({ min: 2, max: 5 });
const pays = fc.integer({ min: 1, max: 6 });

describe('multiBuyDiscounts', () => {
  it('[M2] of every few units the cheapest are free, and all units of the group carry that by their price', () => {
    fc.assert(
      fc.property(linesOf(1000), buys, pays, (lines, buy, pay) => {
        const shares = sharesByHand(lines, buy, pay);
        const free = groupsByHand(lines, buy)
          .flatMap((group) => group.slice(pay))
          .reduce((sum, unit) => sum + unit.price / 1000, 0);
        const discounts = multiBuyDiscounts(lines, buy, pay);
        expect(sum(discounts)).toBe(free);
        lines.forEach((_, index) => {
          expect(Math.abs((discounts[index] ?? 0) - (shares[index] ?? 0)), `line ${index}`).toBeLessThan(1.000001);
        });
      }),
    );
  });

  it.each<[string, [quantity: number, price: number][], buy: number, pay: number, off: number[]]>([
    [
      '3 for 2: 19.19, 28.89 and 14.99 cost 14.63, 22.02 and 11.43',
      [
        [1, 1919],
        [1, 2889],
        [1, 1499],
      ],
      3,
      2,
      [456, 687, 356],
    ],
    [
      '3 for 2: 48.08 off 61.54, 92.63 and 48.08',
      [
        [1, 6154],
        [1, 9263],
        [1, 4808],
      ],
      3,
      2,
      [1463, 2202, 1143],
    ],
    ['three equal units', [[3, 500]], 3, 2, [500]],
    ['two groups and a rest on one line', [[5, 500]], 3, 2, [500]],
    ['10 and 3 free', [[13, 200]], 13, 10, [600]],
    [
      '2 for 1: the free one is worth 12.00',
      [
        [1, 3000],
        [1, 2000],
      ],
      2,
      1,
      [1200, 800],
    ],
    [
      'a cheapest fourth unit fills no group',
      [
        [1, 499],
        [1, 399],
        [1, 349],
        [1, 299],
      ],
      3,
      2,
      [139, 112, 98, 0],
    ],
    [
      'each pair on its own: the dear ones, then the cheap ones',
      [
        [2, 1999],
        [2, 1799],
      ],
      2,
      1,
      [1999, 1799],
    ],
    [
      'a group across two lines beside a whole one',
      [
        [4, 1000],
        [2, 500],
      ],
      3,
      2,
      [1250, 250],
    ],
    [
      'goods that cost nothing take part with nothing',
      [
        [1, 1000],
        [1, 0],
        [1, 0],
      ],
      3,
      2,
      [0, 0, 0],
    ],
  ])('[M2] %s', (_, goods, buy, pay, expected) => {
    const lines = goods.map(([quantity, minor]) => lineOf(quantity, minor * 1000));
    expect(multiBuyDiscounts(lines, buy, pay)).toEqual(expected);
  });

  it('[M1] takes off no more than the gross of a line, however small the prices are', () => {
    fc.assert(
      fc.property(fc.oneof(linesOf(1), linesOf(137)), buys, pays, (lines, buy, pay) => {
        multiBuyDiscounts(lines, buy, pay).forEach((discount, index) => {
          expect(discount).toBeGreaterThanOrEqual(0);
          expect(discount).toBeLessThanOrEqual(lines[index]?.grossMinor ?? 0);
        });
      }),
    );
  });

  it('counts a million units without listing them', () => {
    expect(
      sum(
        multiBuyDiscounts(
          Array.from({ length: 50 }, () => lineOf(1_000_000, 1_000)),
          2,
          1,
        ),
      ),
    ).toBe(25_000_000);
  });
});
