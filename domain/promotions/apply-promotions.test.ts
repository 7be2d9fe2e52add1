import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountOf } from '../base/adjustment.ts';
import { lineTotal } from '../base/money.ts';
import { applyPromotions } from './apply-promotions.ts';
import type { PromotionContext } from './promotion-context.ts';
import { STACKING, type PromotedLine, type Promotion, promotion } from './promotion.ts';
import { sumOf } from './unit-runs.ts';

const DATE = '2026-11-26';
const base = { startsOn: '2026-11-01', endsOn: '2026-11-30', everything: true };
const made = (id: string, given: object): Promotion => promotion.parse({ id, name: id, ...base, ...given });
const lineOf = (sku: string, quantity: number, unitPrice: number, quantityDecimals = 0): PromotedLine => ({
  sku,
  quantity,
  unitPrice,
  quantityDecimals,
  grossMinor: lineTotal(unitPrice, quantity, quantityDecimals),
});
const apply = (lines: readonly PromotedLine[], promotions: readonly Promotion[], context: Partial<PromotionContext> = {}) =>
  applyPromotions(lines, promotions, { date: DATE, ...context });
const off = (lines: readonly PromotedLine[], promotions: readonly Promotion[], context: Partial<PromotionContext> = {}) =>
  apply(lines, promotions, context).adjustments.map((adjustments) => discountOf({ adjustments }));
const hundred = [lineOf('A', 1, 10_000_000)];
const percent = (id: string, basisPoints: number, given: object = {}) => made(id, { kind: 'percent_off', basisPoints, ...given });
const amount = (id: string, amountMinor: number, given: object = {}) => made(id, { kind: 'sale_amount', amountMinor, ...given });

describe('how promotions live beside each other', () => {
  it.each<[string, Promotion[], number]>([
    [
      'stackable ones act on what is left',
      [percent('P', 2000, { stacking: 'stackable' }), percent('Q', 1000, { stacking: 'stackable' })],
      2800,
    ],
    ['the first that names the line takes it', [percent('P', 1000), percent('Q', 5000)], 1000],
    ['… and one on the sale comes on top', [percent('P', 1000), amount('Q', 1000)], 2000],
    ['the smallest priority acts first', [percent('P', 1000), percent('Q', 5000, { priority: 1 })], 5000],
    ['one that stops the line', [percent('P', 1000, { stacking: 'stops' }), amount('Q', 1000)], 1000],
    [
      'one that stops the line, and takes nothing',
      [amount('P', 500, { stacking: 'stops', minimumMinor: 20_000 }), amount('Q', 1000)],
      1000,
    ],
    ['an exclusive one alone', [percent('P', 1000), amount('Q', 1000), percent('X', 3000, { stacking: 'exclusive' })], 3000],
    ['an exclusive one that is not the best', [percent('P', 1000), amount('Q', 1000), percent('X', 1500, { stacking: 'exclusive' })], 2000],
    ['the best of two', [percent('P', 1000, { bestOf: 'B' }), amount('Q', 1500, { bestOf: 'B' })], 1500],
    [
      'the best of two options, one of two promotions',
      [
        percent('P', 1000, { bestOf: 'B', option: '1', stacking: 'stackable' }),
        percent('Q', 1000, { bestOf: 'B', option: '1', stacking: 'stackable' }),
        amount('R', 1500, { bestOf: 'B', option: '2' }),
      ],
      1900,
    ],
    ['no more than a cap', [percent('P', 5000, { capMinor: 700 })], 700],
  ])('%s', (_, promotions, expected) => {
    expect(off(hundred, promotions)).toEqual([expected]);
  });

  it('a piece is in one group only', () => {
    const two = made('P', { kind: 'multi_buy', buy: 2, pay: 1, stacking: 'stackable', priority: 1 });
    const three = made('Q', { kind: 'mix_and_match', units: 3, priceMinor: 100, stacking: 'stackable' });
    const result = apply([lineOf('A', 4, 1_000_000)], [two, three]);
    expect(result.applied.map(({ promotionId, amountMinor, times }) => [promotionId, amountMinor, times])).toEqual([['P', 2000, 2]]);
    expect(apply([lineOf('A', 5, 1_000_000)], [{ ...two, maxPerSale: 1 }, three]).applied.map(({ promotionId }) => promotionId)).toEqual([
      'P',
      'Q',
    ]);
  });

  it('takes no more than what is left of a budget, spread over all lines (rule M2)', () => {
    const used = new Map([['P', { amountMinor: 9000, uses: 90 }]]);
    const promotions = [percent('P', 5000, { budgetMinor: 9100 })];
    expect(off([lineOf('A', 1, 1_000_000), lineOf('B', 1, 3_000_000)], promotions, { used })).toEqual([25, 75]);
  });
});

describe('what promotions say of themselves', () => {
  const threeForTwo = made('3', { kind: 'multi_buy', buy: 3, pay: 2, everything: false, skus: ['A'] });

  it('which applied, to what, how often, and by which code', () => {
    const result = apply([lineOf('B', 1, 500_000), lineOf('A', 7, 1_000_000)], [threeForTwo, amount('CODE', 100, { codes: ['TEN'] })], {
      codes: ['TEN'],
    });
    expect(result.applied).toEqual([
      { promotionId: '3', amountMinor: 2000, lines: [1], amounts: [2000], times: 2, points: null, code: null },
      {
        promotionId: 'CODE',
        amountMinor: 100,
        lines: [0, 1],
        amounts: [9, 91],
        times: null,
        points: null,
        code: 'TEN',
      },
    ]);
    expect(result.next).toEqual({ promotionId: '3', missingUnits: 2, missingMinor: null });
  });

  it('which points it cost, as a reward', () => {
    const result = apply(hundred, [made('P', { kind: 'points', pointValue: 3000 })], { points: 100 });
    expect(result.applied.map(({ amountMinor, points }) => [amountMinor, points])).toEqual([[300, 100]]);
    expect(result.adjustments).toEqual([[{ source: 'reward', sourceId: 'P', amountMinor: -300, reason: null, approvedBy: null }]]);
  });

  it.each<[string, PromotedLine[], Promotion[], object]>([
    ['needs_units', [lineOf('A', 2, 1_000_000)], [threeForTwo], { missingUnits: 1 }],
    ['needs_units', hundred, [percent('P', 1000, { minimumUnits: 4 })], { missingUnits: 3 }],
    ['below_minimum', hundred, [amount('P', 1000, { minimumMinor: 12_000 })], { missingMinor: 2000 }],
    ['below_minimum', hundred, [made('P', { kind: 'tiered', tiers: [{ fromMinor: 10_001, basisPoints: 1 }] })], { missingMinor: 1 }],
    ['excluded', hundred, [percent('P', 1000, { excludedSkus: ['A'] })], {}],
    ['taken', hundred, [percent('FIRST', 1000, { priority: 1 }), percent('P', 1000)], { by: ['FIRST'] }],
    ['better_offer', hundred, [percent('P', 1000, { bestOf: 'B' }), percent('Q', 1100, { bestOf: 'B' })], { by: ['Q'] }],
    ['nothing_left', [lineOf('A', 1, 0)], [percent('P', 1000)], {}],
    ['other_customers', hundred, [percent('P', 1000, { customerGroups: ['staff'] })], {}],
  ])('why one did not: %s', (reason, lines, promotions, more) => {
    const promotionId = promotions.at(0)?.id === 'FIRST' ? 'P' : promotions.at(0)?.id;
    expect(apply(lines, promotions).missed).toEqual([{ promotionId, reason, missingUnits: null, missingMinor: null, by: [], ...more }]);
  });

  it.each<[string, PromotedLine[], Promotion, object[]]>([
    [
      'a fixed price above the price leaves the line to the next, and keeps the other one',
      [lineOf('A', 1, 800_000), lineOf('A', 1, 1_500_000)],
      made('FIRST', { kind: 'fixed_price', priceMinor: 1000, priority: 1 }),
      [
        { promotionId: 'FIRST', amountMinor: 500 },
        { promotionId: 'P', amountMinor: 80 },
      ],
    ],
    [
      'a percentage that comes to nothing leaves the line to the next',
      [lineOf('A', 1, 5_000)],
      percent('FIRST', 1, { priority: 1 }),
      [{ promotionId: 'P', amountMinor: 1 }],
    ],
    ['one that would act with one more unit keeps its line', [lineOf('A', 2, 1_000_000)], { ...threeForTwo, priority: 1 }, []],
  ])('[M2] of those that act once a line: %s', (_what, lines, first, applied) => {
    const result = apply(lines, [first, percent('P', 1000)]);
    expect(result.applied).toMatchObject(applied);
    expect(result.applied).toHaveLength(applied.length);
  });

  it('nothing of promotions that name no goods on the counter', () => {
    expect(
      apply(hundred, [threeForTwo, made('X', { ...base, kind: 'percent_off', basisPoints: 1, everything: false, skus: ['X'] })]),
    ).toMatchObject({
      missed: [{ promotionId: '3' }],
    });
  });

  it('the nearest that would unlock one: units before amounts', () => {
    const promotions = [amount('SALE', 100, { minimumMinor: 20_000 }), { ...threeForTwo, skus: ['A'] }];
    expect(apply(hundred, promotions).next).toEqual({ promotionId: '3', missingUnits: 2, missingMinor: null });
    expect(apply([lineOf('B', 1, 10_000_000)], promotions).next).toEqual({ promotionId: 'SALE', missingUnits: null, missingMinor: 10_000 });
  });
});

const skus = ['A', 'B', 'C', 'D'] as const;
const line = fc
  .record({
    sku: fc.constantFrom(...skus),
    quantity: fc.integer({ min: 1, max: 9 }),
    unitPrice: fc.oneof(
      fc.nat(900_000),
      fc.nat(900).map((minor) => minor * 1000),
    ),
    decimals: fc.constantFrom(0, 0, 0, 3),
  })
  .map(({ sku, quantity, unitPrice, decimals }) => lineOf(sku, quantity, unitPrice, decimals));
const points = fc.integer({ min: 1, max: 10_000 });
const kind = fc.oneof(
  fc.record({ kind: fc.constant('percent_off'), basisPoints: points }),
  fc.record({ kind: fc.constant('amount_off'), amountMinor: points }),
  fc.record({ kind: fc.constant('fixed_price'), priceMinor: points }),
  fc.record({
    kind: fc.constant('multi_buy'),
    buy: fc.integer({ min: 2, max: 4 }),
    pay: fc.integer({ min: 1, max: 4 }),
    basisPoints: points,
  }),
  fc.record({ kind: fc.constant('mix_and_match'), units: fc.integer({ min: 2, max: 4 }), priceMinor: points }),
  fc.record({
    kind: fc.constant('buy_get_other'),
    buy: fc.integer({ min: 1, max: 3 }),
    get: fc.integer({ min: 1, max: 3 }),
    gets: fc.constant({ skus: ['D'] }),
  }),
  fc.record({
    kind: fc.constant('bundle'),
    parts: fc.constant([
      { skus: ['A', 'B'], units: 1 },
      { skus: ['B', 'C'], units: 2 },
    ]),
    priceMinor: points,
  }),
  fc.record({ kind: fc.constant('cheapest_off'), basisPoints: points }),
  fc.record({ kind: fc.constant('sale_percent'), basisPoints: points, capMinor: fc.option(points) }),
  fc.record({ kind: fc.constant('sale_amount'), amountMinor: points, minimumMinor: fc.nat(3000) }),
  fc.record({
    kind: fc.constant('tiered'),
    tiers: fc.constant([
      { fromMinor: 1000, basisPoints: 500 },
      { fromMinor: 9000, basisPoints: 2000 },
    ]),
  }),
  fc.record({ kind: fc.constant('points'), pointValue: points }),
);
const promotions = fc
  .array(
    fc.record({
      given: kind,
      skus: fc.subarray([...skus]),
      stacking: fc.constantFrom(...STACKING),
      maxPerSale: fc.option(fc.integer({ min: 1, max: 3 })),
      bestOf: fc.option(fc.constant('BEST')),
    }),
    { maxLength: 6 },
  )
  .map((drawn) => drawn.map(({ given, ...more }, index) => made(`P${index}`, { ...more, everything: more.skus.length === 0, ...given })));
const cart = fc.array(line, { maxLength: 8 });

describe('whatever the promotions', () => {
  it('[M1] takes off no more than the gross of a line, and the parts add up to the whole', () => {
    fc.assert(
      fc.property(cart, promotions, fc.nat(500), (lines, given, burned) => {
        const { adjustments, applied } = apply(lines, given, { points: burned });
        lines.forEach(({ grossMinor }, index) => {
          const discount = discountOf({ adjustments: adjustments[index] ?? [] });
          expect(discount).toBeGreaterThanOrEqual(0);
          expect(discount).toBeLessThanOrEqual(grossMinor);
        });
        for (const { promotionId, amountMinor, lines: at, amounts } of applied) {
          const parts = adjustments.flat().filter(({ sourceId }) => sourceId === promotionId);
          expect(-parts.reduce((sum, one) => sum + one.amountMinor, 0)).toBe(amountMinor);
          expect(sumOf(amounts)).toBe(amountMinor);
          expect(at.length).toBe(amounts.length);
          expect(parts.every((one) => one.amountMinor < 0)).toBe(true);
        }
        expect(adjustments.flat().length).toBe(applied.flatMap(({ amounts }) => amounts).length);
      }),
      { numRuns: 400 },
    );
  });

  it('explains every promotion that names goods on the counter once: it applied, or it did not', () => {
    fc.assert(
      fc.property(cart, promotions, (lines, given) => {
        const { applied, missed } = apply(lines, given);
        const told = [...applied, ...missed].map(({ promotionId }) => promotionId);
        expect(new Set(told).size).toBe(told.length);
        const named = given.filter((one) => lines.some(({ sku }) => one.everything || one.skus.includes(sku)) && one.kind !== 'bundle');
        expect(named.every(({ id }) => told.includes(id))).toBe(true);
      }),
    );
  });

  it('the order of the lines decides only who gets the odd minor units: the total stays', () => {
    const whole = fc.array(line, { maxLength: 8 });
    const single = kind.map((given) => [made('P', { ...given, skus: [...skus], everything: false })]);
    fc.assert(
      fc.property(whole, single, (lines, given) => {
        const total = (of: readonly PromotedLine[]) => off(of, given).reduce((sum, one) => sum + one, 0);
        expect(Math.abs(total([...lines].reverse()) - total(lines))).toBeLessThanOrEqual(lines.length);
      }),
    );
  });

  it('one more line never makes the sale cheaper, by percentages, amounts and groups from the dearest', () => {
    const fair = fc
      .oneof(
        points.map((basisPoints) => ({ kind: 'percent_off', basisPoints })),
        points.map((amountMinor) => ({ kind: 'amount_off', amountMinor })),
        fc.constant({ kind: 'multi_buy', buy: 3, pay: 2 }),
        points.map((basisPoints) => ({ kind: 'sale_percent', basisPoints })),
        points.map((amountMinor) => ({ kind: 'sale_amount', amountMinor })),
      )
      .map((given) => [made('P', given)]);
    const pieces = fc
      .tuple(fc.constantFrom(...skus), fc.integer({ min: 1, max: 9 }), fc.nat(900))
      .map(([sku, quantity, minor]) => lineOf(sku, quantity, minor * 1000));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), pieces, fair, (lines, more, given) => {
        const total = (of: readonly PromotedLine[]) =>
          of.reduce((sum, one) => sum + one.grossMinor, 0) - off(of, given).reduce((sum, one) => sum + one, 0);
        expect(total([...lines, more])).toBeGreaterThanOrEqual(total(lines));
      }),
    );
  });
});

describe('what other goods unlock', () => {
  const gift = (given: object) =>
    made('P', { kind: 'buy_get_other', buy: 1, get: 1, gets: { skus: ['GIFT'] }, spread: 'cheaper_units', maxPerSale: 1, ...given });
  const goods = (minor: number) => lineOf('A', 1, minor * 1000);
  const present = lineOf('GIFT', 1, 1_000_000);

  it.each<[string, Promotion, PromotedLine[], number[]]>([
    ['any goods buy it', gift({}), [goods(4500), present], [0, 1000]],
    ['it does not buy itself', gift({}), [present], [0]],
    [
      'its own category buys it',
      gift({ everything: false, categories: ['tea'] }),
      [
        { ...goods(10), category: 'tea' },
        { ...present, category: 'tea' },
      ],
      [0, 1000],
    ],
    ['the goods alone reach the minimum', gift({ minimumMinor: 5000 }), [goods(4500), present], [0, 0]],
    ['the goods reach the minimum', gift({ minimumMinor: 5000 }), [goods(5000), present], [0, 1000]],
    ['the goods alone are units', gift({ minimumUnits: 2 }), [goods(5000), present], [0, 0]],
    ['two of it are wanted, one is given', gift({}), [lineOf('A', 3, 5_000_000), lineOf('GIFT', 2, 1_000_000)], [0, 1000]],
    ['a delivery is free above an amount', gift({ minimumMinor: 5000 }), [goods(5000), { ...present, bySkuAlone: true }], [0, 1000]],
    ['a delivery that is not named costs what it costs', percent('P', 5000), [goods(5000), { ...present, bySkuAlone: true }], [2500, 0]],
    [
      '… also by its category',
      percent('P', 5000, { everything: false, categories: ['fees'] }),
      [{ ...present, category: 'fees', bySkuAlone: true }],
      [0],
    ],
    [
      'a delivery that is named is cheaper',
      percent('P', 5000, { everything: false, skus: ['GIFT'] }),
      [{ ...present, bySkuAlone: true }],
      [500],
    ],
  ])('%s', (_what, one, lines, amounts) => {
    expect(off(lines, [one])).toEqual(amounts);
  });

  it('says what is missing to the minimum without the gift', () => {
    expect(apply([goods(4500), present], [gift({ minimumMinor: 5000 })]).next).toMatchObject({ missingMinor: 500 });
  });
});
