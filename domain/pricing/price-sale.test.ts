import { cashOf } from '../../test/support/examples.ts';
import { discountOf } from '../base/adjustment.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf, DATE } from '../../test/support/examples.ts';
import { multiplyDivideRound } from '../base/money.ts';
import type { Promotion } from '../promotions/promotion.ts';
import { saleArithmeticError } from '../sale/check-sale.ts';
import { completeSale } from '../sale/complete-sale.ts';
import { type CartLine, priceSale, type PriceRules } from './price-sale.ts';
import { saleCompletedPayload } from '../sale/sale.ts';

const rulesOf = (given: Partial<PriceRules> = {}): PriceRules => ({
  pricesIncludeTax: false,
  taxRates: new Map([
    ['standard', 88_750],
    ['reduced', 40_000],
  ]),
  promotions: [],
  date: DATE,
  ...given,
});

const dates = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const promotions: fc.Arbitrary<Promotion[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('percent_off' as const),
      id: fc.constant('P'),
      name: fc.constant('P'),
      skus: fc.subarray(['A', 'B', 'C']),
      startsOn: fc.constant(dates.startsOn),
      endsOn: fc.constant(dates.endsOn),
      basisPoints: fc.integer({ min: 1, max: 10_000 }),
    }),
    fc.record({
      kind: fc.constant('multi_buy' as const),
      id: fc.constant('M'),
      name: fc.constant('M'),
      skus: fc.subarray(['A', 'B', 'C']),
      startsOn: fc.constant(dates.startsOn),
      endsOn: fc.constant(dates.endsOn),
      buy: fc.integer({ min: 2, max: 4 }),
      pay: fc.integer({ min: 1, max: 4 }),
    }),
  ),
  { maxLength: 3 },
);
const cart: fc.Arbitrary<CartLine[]> = fc.array(
  fc
    .record({
      sku: fc.constantFrom('A', 'B', 'C'),
      quantity: fc.integer({ min: 1, max: 50 }),
      unitPrice: fc.integer({ min: 0, max: 5_000_000 }),
      taxClass: fc.constantFrom('standard', 'reduced', 'untaxed'),
    })
    .map(cartLineOf),
  { minLength: 1, maxLength: 12 },
);
const rules = fc.record({
  pricesIncludeTax: fc.boolean(),
  taxRates: fc
    .record({ standard: fc.integer({ min: 0, max: 1_000_000 }), reduced: fc.integer({ min: 0, max: 1_000_000 }) })
    .map((rates) => new Map(Object.entries(rates))),
  promotions,
  date: fc.constant(DATE),
});

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('priceSale', () => {
  it('[M1] whatever the articles, promotions and tax, the parts add up and the check finds nothing', () => {
    fc.assert(
      fc.property(cart, rules, fc.nat(100_000), (articles, given, more) => {
        const priced = priceSale(articles, given);
        const decision = completeSale({
          priced,
          currency: 'USD',
          pricesIncludeTax: given.pricesIncludeTax,
          cashGivenMinor: priced.totalMinor + more,
          receiptNumber: 'A1-000001',
        });
        if (!decision.ok) throw new Error(decision.refusal);
        expect(saleCompletedPayload.parse(decision.value)).toEqual(decision.value);
        expect(saleArithmeticError(decision.value)).toBeNull();
        expect(decision.value.tenders).toEqual([cashOf(priced.totalMinor + more, more)]);
      }),
      { numRuns: 500 },
    );
  });

  it('[M1] tax is rounded once for each class, and no line carries more than its share rounded up', () => {
    fc.assert(
      fc.property(cart, rules, (articles, given) => {
        const { lines } = priceSale(articles, given);
        for (const taxClass of ['standard', 'reduced', 'untaxed']) {
          const members = lines.filter((line) => line.taxClass === taxClass);
          const rate = given.taxRates.get(taxClass) ?? 0;
          const net = sum(members.map((line) => line.grossMinor - discountOf(line)));
          const base = given.pricesIncludeTax ? 1_000_000 + rate : 1_000_000;
          expect(sum(members.map((line) => line.taxMinor))).toBe(multiplyDivideRound(net, rate, base));
          for (const line of members) {
            expect(line.taxes.map((tax) => tax.ratePpm)).toEqual([rate]);
            expect(Math.abs(line.taxMinor - ((line.grossMinor - discountOf(line)) * rate) / base)).toBeLessThanOrEqual(1 + 1e-6);
          }
        }
      }),
    );
  });

  it.each([
    ['tax on top', false, [{ quantity: 2, unitPrice: 999_000 }], 2175, 177],
    ['tax within', true, [{ quantity: 2, unitPrice: 999_000 }], 1998, 163],
    ['two classes', false, [{ unitPrice: 1_000_000 }, { unitPrice: 1_000_000, taxClass: 'reduced' }], 2129, 129],
    ['a class without a rate', false, [{ unitPrice: 1_000_000, taxClass: 'untaxed' }], 1000, 0],
    ['a price finer than a cent', false, [{ quantity: 10, unitPrice: 100, taxClass: 'untaxed' }], 1, 0],
    ['nothing', false, [], 0, 0],
  ])('[M1] %s', (_what, pricesIncludeTax, articles, totalMinor, taxMinor) => {
    expect(priceSale(articles.map(cartLineOf), rulesOf({ pricesIncludeTax }))).toMatchObject({ totalMinor, taxMinor });
  });

  it('[J9] each line keeps what it was priced with', () => {
    const promotion: Promotion = { kind: 'percent_off', id: 'P', name: 'Ten percent', skus: ['A'], ...dates, basisPoints: 1000 };
    expect(
      priceSale([cartLineOf({ gtin: '00000000000017', quantity: 2, unitPrice: 1_000_000 })], rulesOf({ promotions: [promotion] })).lines,
    ).toEqual([
      {
        lineNo: 1,
        kind: 'goods',
        sku: 'A',
        gtin: '00000000000017',
        name: 'Article A',
        quantity: 2,
        unit: 'piece',
        quantityDecimals: 0,
        serialNumbers: [],
        unitPrice: 1_000_000,
        priceSource: 'catalog',
        grossMinor: 2000,
        adjustments: [{ source: 'promotion', sourceId: 'P', amountMinor: -200, reason: null, approvedBy: null }],
        taxClass: 'standard',
        taxes: [{ code: 'standard', ratePpm: 88_750, baseMinor: 1800, amountMinor: 160 }],
        taxMinor: 160,
        totalMinor: 1960,
        associateId: null,
        note: null,
        reference: null,
        orderId: null,
      },
    ]);
  });
});
