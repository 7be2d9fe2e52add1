import { describe, expect, it } from 'vitest';
import { lineTotal } from '../base/money.ts';
import { offerOnUnits, offerOnWhole, type OpenLine } from './offer-of.ts';
import { type Promotion, promotion } from './promotion.ts';
import { makeBook } from './promotion-book.ts';

const entryOf = (given: object) => {
  const made = { id: 'P', name: 'P', startsOn: '2026-01-01', endsOn: '2026-12-31', everything: true, ...given };
  const [entry] = makeBook([promotion.parse(made)]).entries;
  if (entry === undefined) throw new Error('A book of one promotion has an entry.');
  return entry;
};
const openOf = (sku: string, quantity: number, unitPrice: number, given: Partial<OpenLine> = {}, decimals = 0): OpenLine => {
  const grossMinor = lineTotal(unitPrice, quantity, decimals);
  return { line: { sku, quantity, unitPrice, grossMinor, quantityDecimals: decimals }, netMinor: grossMinor, grouped: 0, ...given };
};
/** As a sale asks: a promotion acts on the whole or on units. */
function offerOf(given: object, lines: readonly OpenLine[], points = 0) {
  const entry = entryOf(given);
  const nets = lines.map(({ netMinor }) => netMinor);
  return offerOnWhole(entry, [...nets.keys()], nets, points) ?? offerOnUnits(entry, lines);
}
const amounts = (given: object, lines: readonly OpenLine[], points = 0) => offerOf(given, lines, points).amounts;

describe('what a promotion takes off its lines', () => {
  const goods = [openOf('A', 2, 1_000_000), openOf('KG', 1500, 1_000_000, {}, 3), openOf('B', 1, 500_000)];
  const kinds: Record<Promotion['kind'], [given: object, expected: number[]]> = {
    percent_off: [{ basisPoints: 1000 }, [200, 150, 50]],
    amount_off: [{ amountMinor: 600 }, [1200, 900, 500]],
    fixed_price: [{ priceMinor: 400 }, [1200, 900, 100]],
    multi_buy: [{ buy: 3, pay: 2 }, [400, 0, 100]],
    buy_get_other: [{ everything: false, skus: ['A'], buy: 2, get: 1, gets: { skus: ['B'] }, spread: 'cheaper_units' }, [0, 0, 500]],
    mix_and_match: [{ units: 3, priceMinor: 2000 }, [400, 0, 100]],
    bundle: [
      {
        parts: [
          { skus: ['A'], units: 1 },
          { skus: ['B', 'A'], units: 1 },
        ],
        priceMinor: 1200,
      },
      [200, 0, 100],
    ],
    cheapest_off: [{ basisPoints: 5000 }, [0, 0, 250]],
    sale_percent: [{ basisPoints: 1000 }, [200, 150, 50]],
    sale_amount: [{ amountMinor: 400 }, [200, 150, 50]],
    tiered: [{ tiers: [{ fromMinor: 4000, basisPoints: 1000 }] }, [200, 150, 50]],
    points: [{ pointValue: 4000 }, [200, 150, 50]],
  };

  it.each(Object.entries(kinds))('%s; goods by weight fill no group', (kind, [given, expected]) => {
    expect(amounts({ kind, ...given }, goods, 100)).toEqual(expected);
  });

  it('acts on what promotions before have left, and not on pieces of their groups', () => {
    const cheaper = openOf('A', 3, 1_000_000, { netMinor: 2400 });
    expect(amounts({ kind: 'percent_off', basisPoints: 5000 }, [cheaper])).toEqual([1200]);
    expect(amounts({ kind: 'multi_buy', buy: 3, pay: 2 }, [cheaper])).toEqual([800]);
    expect(amounts({ kind: 'multi_buy', buy: 3, pay: 2 }, [{ ...cheaper, grouped: 1 }])).toEqual([0]);
    expect(offerOf({ kind: 'multi_buy', buy: 3, pay: 2 }, [{ ...cheaper, grouped: 1 }]).missingUnits).toBe(1);
  });

  it('takes the earliest of equally cheap pieces', () => {
    const equal = [openOf('A', 1, 900_000), openOf('B', 1, 899_000), openOf('C', 1, 899_000)];
    expect(amounts({ kind: 'cheapest_off', basisPoints: 5000 }, equal)).toEqual([0, 450, 0]);
    expect(amounts({ kind: 'cheapest_off', basisPoints: 5000, maxPerSale: 2 }, equal)).toEqual([0, 450, 450]);
  });

  it('the cheapest of all are free where a promotion says so', () => {
    const four = [openOf('A', 3, 1_000_000), openOf('B', 1, 100_000)];
    expect(amounts({ kind: 'multi_buy', buy: 3, pay: 2, spread: 'cheaper_units' }, four)).toEqual([1000, 0]);
    expect(amounts({ kind: 'multi_buy', buy: 3, pay: 2, spread: 'cheaper_units', cheapestOf: 'all' }, four)).toEqual([0, 100]);
  });
});
