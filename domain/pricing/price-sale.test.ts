import { cashOf } from '../../test/support/examples.ts';
import { discountOf } from '../base/adjustment.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf, DATE } from '../../test/support/examples.ts';
import { multiplyDivideRound } from '../base/money.ts';
import { couponId, customerUseId } from '../promotions/coupon.ts';
import { type Promotion, promotion } from '../promotions/promotion.ts';
import { saleFault } from '../sale/check-sale.ts';
import { completeSale } from '../sale/complete-sale.ts';
import type { CartLine } from './cart-line.ts';
import { priceSale, type PriceRules } from './price-sale.ts';
import { ROUNDING_MODES } from '../base/round-ratio.ts';
import { ROUNDING_SCOPES } from '../tax/round-taxes.ts';
import { oneTaxPerClass, taxRulesOn } from '../tax/tax-rules.ts';
import { ALWAYS } from '../tax/tax-table.ts';
import { saleCompletedPayload } from '../sale/sale.ts';

const rulesOf = (given: Partial<PriceRules> = {}): PriceRules => ({
  pricesIncludeTax: false,
  taxes: oneTaxPerClass({ standard: 88_750, reduced: 40_000 }),
  promotions: [],
  date: DATE,
  ...given,
});

const dates = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const promotions: fc.Arbitrary<Promotion[]> = fc.array(
  fc
    .oneof(
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
    )
    .map((given) => promotion.parse(given)),
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
const rates = fc.record({
  standard: fc.integer({ min: 0, max: 1_000_000 }),
  reduced: fc.integer({ min: 0, max: 1_000_000 }),
  untaxed: fc.constant(0),
});
const rules = fc
  .record({ pricesIncludeTax: fc.boolean(), rates, promotions, date: fc.constant(DATE) })
  .map((given) => ({ ...given, taxes: oneTaxPerClass(given.rates) }));

const complete = { currency: 'USD', pricesIncludeTax: false, receiptNumber: 'A1-000001' };
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
        expect(saleFault(decision.value)).toBeNull();
        expect(decision.value.tenders).toEqual([cashOf(priced.totalMinor + more, more)]);
      }),
      { numRuns: 500 },
    );
  });

  it('[M1] tax is rounded once for each class, and no line carries more than its share rounded up', () => {
    fc.assert(
      fc.property(cart, rules, (articles, given) => {
        const { lines } = priceSale(articles, given);
        for (const taxClass of ['standard', 'reduced', 'untaxed'] as const) {
          const members = lines.filter((line) => line.taxClass === taxClass);
          const rate = given.rates[taxClass];
          const net = sum(members.map((line) => line.grossMinor - discountOf(line)));
          const base = given.pricesIncludeTax ? 1_000_000 + rate : 1_000_000;
          const rounded = multiplyDivideRound(net, rate, base);
          expect(sum(members.map((line) => line.taxMinor))).toBe(rounded);
          for (const line of members) {
            expect(line.taxes.map((tax) => tax.ratePpm)).toEqual([rate]);
            // Of the tax as it was rounded: of one that is not, a line of nearly all the sale can be half a unit further away.
            const share = net === 0 ? 0 : rounded * ((line.grossMinor - discountOf(line)) / net);
            expect(Math.abs(line.taxMinor - share)).toBeLessThan(1);
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
    const tenPercent = promotion.parse({ kind: 'percent_off', id: 'P', name: 'Ten percent', skus: ['A'], ...dates, basisPoints: 1000 });
    expect(
      priceSale([cartLineOf({ gtin: '00000000000017', quantity: 2, unitPrice: 1_000_000 })], rulesOf({ promotions: [tenPercent] })).lines,
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
        points: 0,
      },
    ]);
  });

  it('says which promotion made which line cheaper; a decided price, a gift card and goods that come back take part in none', () => {
    const goods = { kind: 'sale_amount', everything: true, amountMinor: 100, minimumMinor: 2000, ...dates } as const;
    const given = [
      promotion.parse({ id: 'P', name: 'P', ...goods }),
      promotion.parse({ id: 'Q', name: 'Q', ...goods, minimumMinor: 3000 }),
    ];
    const by = { reason: 'damaged', approvedBy: null };
    const { promotions: told } = priceSale(
      [
        cartLineOf({ unitPrice: 9_000_000, override: { unitPrice: 600_000, ...by } }),
        cartLineOf({ unitPrice: 9_000_000, kind: 'gift_card' }),
        cartLineOf({ unitPrice: 2_000_000, category: 'Tops' }),
      ],
      rulesOf({ promotions: given }),
    );
    expect(told.applied.map(({ promotionId, lines, amounts }) => [promotionId, lines, amounts])).toEqual([['P', [2], [100]]]);
    expect(told.next).toEqual({ promotionId: 'Q', missingUnits: null, missingMinor: 1100 });
  });

  it('[M1] [M2] prices in steps: promotions, what a person changed on a line, a discount of the sale, then taxes', () => {
    const tenPercent = promotion.parse({ kind: 'percent_off', id: 'P', name: 'Ten percent', skus: ['A'], ...dates, basisPoints: 1000 });
    const by = { reason: 'damaged', approvedBy: 'MANAGER' };
    const { lines, totalMinor } = priceSale(
      [
        cartLineOf({ unitPrice: 1_000_000, discount: { basisPoints: 5000, ...by } }),
        cartLineOf({ unitPrice: 1_000_000, override: { unitPrice: 600_000, ...by } }),
        cartLineOf({ sku: 'CARD', kind: 'gift_card', unitPrice: 5_000_000, taxClass: 'untaxed', reference: 'G1' }),
      ],
      rulesOf({ promotions: [tenPercent], saleDiscount: { amountMinor: 105, ...by } }),
    );
    expect(lines.map((line) => line.adjustments.map(({ source, amountMinor }) => [source, amountMinor]))).toEqual([
      [
        ['promotion', -100],
        ['line_discount', -450],
        ['sale_discount', -45],
      ],
      [
        ['price_override', -400],
        ['sale_discount', -60],
      ],
      [],
    ]);
    expect(lines.map((line) => line.totalMinor)).toEqual([405 + 36, 540 + 48, 5000]);
    expect(totalMinor).toBe(6029);
    expect(lines[2]).toMatchObject({ kind: 'gift_card', reference: 'G1' });
  });

  it('[M1] rounds what a scale weighed once, and the check agrees', () => {
    const cart = [cartLineOf({ quantity: 1236, quantityDecimals: 3, unit: 'kg', priceSource: 'scale', unitPrice: 2_499_000 })];
    const priced = priceSale(cart, rulesOf());
    expect(priced.lines[0]).toMatchObject({ grossMinor: 3089, unit: 'kg', quantityDecimals: 3, priceSource: 'scale' });
    const sold = completeSale({ ...complete, priced, cashGivenMinor: priced.totalMinor });
    expect(sold.ok && saleFault(sold.value)).toBeNull();
  });

  it('[J9] a customer with a certificate pays none of the taxes that it names, and the line tells so', () => {
    const [line] = priceSale([cartLineOf({ unitPrice: 1_000_000 })], rulesOf({ exemption: ['standard'] })).lines;
    expect(line).toMatchObject({ totalMinor: 1000, taxes: [{ code: 'standard', ratePpm: 0, baseMinor: 1000, amountMinor: 0 }] });
  });

  it('[M1] whatever a person takes off, no line costs less than nothing and the parts add up', () => {
    const discount = fc.oneof(
      fc.record({ basisPoints: fc.integer({ min: 0, max: 10_000 }) }),
      fc.record({ amountMinor: fc.integer({ min: 0, max: 10 ** 8 }) }),
    );
    fc.assert(
      fc.property(cart, rules, discount, discount, (articles, given, onLines, onSale) => {
        const nobody = { reason: 'price', approvedBy: null };
        const discounted = articles.map((line) => ({ ...line, discount: { ...onLines, ...nobody } }));
        const priced = priceSale(discounted, { ...given, saleDiscount: { ...onSale, ...nobody } });
        const sold = completeSale({
          ...complete,
          pricesIncludeTax: given.pricesIncludeTax,
          priced,
          cashGivenMinor: priced.totalMinor,
        });
        if (!sold.ok) throw new Error(sold.refusal);
        expect(saleCompletedPayload.parse(sold.value)).toEqual(sold.value);
        expect(saleFault(sold.value)).toBeNull();
      }),
    );
  });

  it('[M1] whatever the taxes, scopes and modes, the check finds nothing, with prices of a few minor units too', () => {
    const tax = fc.record({ rate: fc.integer({ min: 0, max: 1_000_000 }), compound: fc.boolean(), toMinor: fc.option(fc.nat(500)) });
    const small = fc
      .record({ quantity: fc.integer({ min: 1, max: 5 }), unitPrice: fc.nat(9).map((minor) => minor * 1000) })
      .map(cartLineOf);
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            small,
            cart.map(([first]) => cartLineOf({ ...first, taxClass: 'standard' })),
          ),
          { minLength: 1, maxLength: 8 },
        ),
        fc.array(tax, { maxLength: 4 }),
        fc.record({ scope: fc.constantFrom(...ROUNDING_SCOPES), mode: fc.constantFrom(...ROUNDING_MODES) }),
        fc.boolean(),
        (articles, given, rounding, pricesIncludeTax) => {
          const table = {
            taxes: Object.fromEntries(
              given.map(({ rate, ...one }, index) => [`T${index}`, { ...one, fromMinor: 0, rates: [{ from: ALWAYS, ratePpm: rate }] }]),
            ),
            classes: { standard: given.map((_, index) => ({ tax: `T${index}`, freeBelowMinor: null })) },
            holidays: [],
          };
          const priced = priceSale(articles, rulesOf({ pricesIncludeTax, taxes: taxRulesOn(table, rounding, DATE) }));
          const sold = completeSale({ ...complete, pricesIncludeTax, priced, cashGivenMinor: priced.totalMinor });
          if (!sold.ok) throw new Error(sold.refusal);
          expect(saleCompletedPayload.parse(sold.value)).toEqual(sold.value);
          expect(saleFault(sold.value)).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the codes and limits that a sale keeps', () => {
  const promotions = [
    promotion.parse({
      ...{ kind: 'percent_off', id: 'P', name: 'P', skus: ['A'], startsOn: DATE, endsOn: DATE, basisPoints: 1000 },
      ...{ codes: ['TEN', 'TWENTY'], usesPerCode: 1, maxUsesPerCustomer: 2 },
    }),
  ];
  const rules = { pricesIncludeTax: true, taxes: oneTaxPerClass({ standard: 0 }), promotions, date: DATE };
  const coupons = (given: object, sku = 'A') => priceSale([cartLineOf({ sku })], { ...rules, ...given }).coupons;
  const byCode = { promotionId: 'P', couponId: couponId('P', 'TEN'), mostUses: 1 };
  const byCustomer = { promotionId: 'P', couponId: customerUseId({ id: 'P', customerPeriod: 'ever' }, 'C1', DATE), mostUses: 2 };

  it.each([
    ['a code that unlocked a promotion', { codes: ['NONE', 'TEN', 'TWENTY'] }, 'A', [byCode]],
    ['the customer whose sales are limited, too', { codes: ['TEN'], customerId: 'C1' }, 'A', [byCode, byCustomer]],
    ['nothing where the code took nothing off', { codes: ['TEN'], customerId: 'C1' }, 'B', []],
    ['nothing without a code', { customerId: 'C1' }, 'A', []],
    ['nothing of a code that is used up', { codes: ['TEN'], usedCodes: new Map([[byCode.couponId, 1]]) }, 'A', []],
    ['nothing of a customer who used it up', { codes: ['TEN'], customerId: 'C1', usedCodes: new Map([[byCustomer.couponId, 2]]) }, 'A', []],
  ])('has %s', (_what, given, sku, expected) => {
    expect(coupons(given, sku)).toEqual(expected);
  });
});
