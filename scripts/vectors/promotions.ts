import { z } from 'zod';
import { discountOf } from '../../domain/base/adjustment.ts';
import { portionOf } from '../../domain/base/money.ts';
import { applyPromotions, type PromotionResult } from '../../domain/promotions/apply-promotions.ts';
import { type Promotion, promotion, type PromotedLine } from '../../domain/promotions/promotion.ts';
import { decimal, decimalText, scaled } from './decimal.ts';
import { BadRow, defineKind, type Difference } from './kind.ts';
import { priceOfKept, repricedRefund } from '../../domain/returns/reprice-return.ts';

const DECIMALS = 2;
const DATE = '2026-11-25';

const cents = z.number().int();
const ids = z.array(z.string());

/** What any promotion of a row may say besides. */
const common = {
  id: z.string(),
  code: z.string().optional(),
  min: cents.optional(),
  min_qty: z.number().int().optional(),
  cap: cents.optional(),
  max_units: z.number().int().optional(),
  max_times: z.number().int().optional(),
  lines: ids.optional(),
  skip_excluded: z.boolean().optional(),
  stop: z.boolean().optional(),
  exclusive: z.boolean().optional(),
};

const simple = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), ...common, percent: decimal }),
  z.strictObject({ kind: z.literal('amount_per_unit'), ...common, amount: cents }),
  z.strictObject({ kind: z.literal('fixed_price'), ...common, price: cents }),
  z.strictObject({
    kind: z.literal('bxgy'),
    ...common,
    buy: z.number().int(),
    get: z.number().int(),
    percent: decimal.default('100'),
    alloc: z.enum(['got', 'prorata']).default('got'),
    policy: z.enum(['group', 'cheapest']).default('group'),
    buy_lines: ids.optional(),
    get_lines: ids.optional(),
  }),
  z.strictObject({ kind: z.literal('n_for'), ...common, n: z.number().int(), price: cents }),
  z.strictObject({ kind: z.literal('kit'), ...common, price: cents, components: z.record(z.string(), z.number().int()) }),
  z.strictObject({ kind: z.literal('cheapest_percent'), ...common, percent: decimal }),
  z.strictObject({ kind: z.literal('cart_amount'), ...common, amount: cents }),
  z.strictObject({ kind: z.literal('cart_percent'), ...common, percent: decimal }),
  z.strictObject({ kind: z.literal('tiered'), ...common, tiers: z.array(z.tuple([cents, decimal])) }),
]);

const bestOf = z.strictObject({ kind: z.literal('best_of'), id: z.string(), options: z.array(z.array(simple)).min(1) });

const row = z.looseObject({
  id: z.string(),
  lines: z.array(z.strictObject({ id: z.string(), qty: z.number().int().min(1), unit: decimal, excluded: z.boolean().optional() })),
  promotions: z.array(z.discriminatedUnion('kind', [simple, bestOf])),
  /** Codes that were entered; all of them where the row does not say. */
  codes: ids.optional(),
  expected: z.strictObject({
    discount_per_line: z.array(decimal).optional(),
    net_per_line: z.array(decimal).optional(),
    total_discount: decimal.optional(),
    total: decimal.optional(),
    by_promotion: z.record(z.string(), z.array(decimal)).optional(),
  }),
  returns: z
    .array(
      z.strictObject({
        line: z.string(),
        qty: z.number().int().min(1),
        refund_prorated: decimal.optional(),
        refund_if_repriced: decimal.optional(),
      }),
    )
    .optional(),
});

type Row = z.output<typeof row>;
type RowPromotion = z.output<typeof simple>;
type RowLine = Row['lines'][number];

const minor = (text: string, field: string): number => scaled(text, DECIMALS, field);
const basisPoints = (percent: string): number => scaled(percent, 2, 'percent');

/** What a promotion of a row says in the fields of its kind. */
function ofKind(given: RowPromotion): Record<string, unknown> {
  switch (given.kind) {
    case 'percent':
      return { kind: 'percent_off', basisPoints: basisPoints(given.percent) };
    case 'amount_per_unit':
      return { kind: 'amount_off', amountMinor: given.amount };
    case 'fixed_price':
      return { kind: 'fixed_price', priceMinor: given.price };
    case 'bxgy': {
      const off = { basisPoints: basisPoints(given.percent), spread: given.alloc === 'prorata' ? 'group' : 'cheaper_units' };
      if (given.get_lines !== undefined) {
        const bought = { everything: false, skus: given.buy_lines ?? given.lines ?? [] };
        return { kind: 'buy_get_other', ...off, ...bought, buy: given.buy, get: given.get, gets: { skus: given.get_lines } };
      }
      return {
        kind: 'multi_buy',
        ...off,
        buy: given.buy + given.get,
        pay: given.buy,
        cheapestOf: given.policy === 'cheapest' ? 'all' : 'group',
      };
    }
    case 'n_for':
      return { kind: 'mix_and_match', units: given.n, priceMinor: given.price };
    case 'kit':
      return {
        kind: 'bundle',
        priceMinor: given.price,
        parts: Object.entries(given.components).map(([sku, units]) => ({ skus: [sku], units })),
      };
    case 'cheapest_percent':
      return { kind: 'cheapest_off', basisPoints: basisPoints(given.percent) };
    case 'cart_amount':
      return { kind: 'sale_amount', amountMinor: given.amount };
    case 'cart_percent':
      return { kind: 'sale_percent', basisPoints: basisPoints(given.percent) };
    case 'tiered':
      return { kind: 'tiered', tiers: given.tiers.map(([fromMinor, percent]) => ({ fromMinor, basisPoints: basisPoints(percent) })) };
  }
}

/** A promotion of a row as a document: the order of the list is the order in which they act. */
function documentOf(
  given: RowPromotion,
  place: number,
  lines: readonly RowLine[],
  best: { bestOf: string; option: string } | null,
): Promotion {
  const read = promotion.safeParse({
    id: given.id,
    name: given.id,
    startsOn: DATE,
    endsOn: DATE,
    priority: place,
    everything: given.lines === undefined,
    skus: given.lines ?? [],
    excludedSkus: given.skip_excluded === true ? lines.flatMap(({ id, excluded }) => (excluded === true ? [id] : [])) : [],
    stacking: given.exclusive === true ? 'exclusive' : given.stop === true ? 'stops' : 'stackable',
    codes: given.code === undefined ? [] : [given.code],
    minimumMinor: given.min ?? 0,
    minimumUnits: given.min_qty ?? 0,
    maxPerSale: given.max_units ?? given.max_times ?? null,
    capMinor: given.cap ?? null,
    ...best,
    ...ofKind(given),
  });
  if (read.success) return read.data;
  throw new BadRow(`promotion ${given.id}: ${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
}

function documentsOf({ promotions, lines }: Row): Promotion[] {
  let place = 0;
  return promotions.flatMap((given) => {
    if (given.kind !== 'best_of') return [documentOf(given, (place += 1), lines, null)];
    return given.options.flatMap((option, index) =>
      option.map((one) => documentOf(one, (place += 1), lines, { bestOf: given.id, option: String(index) })),
    );
  });
}

const codesOf = ({ codes, promotions }: Row): string[] =>
  codes ??
  promotions
    .flatMap((given) => (given.kind === 'best_of' ? given.options.flat() : [given]))
    .flatMap(({ code }) => (code === undefined ? [] : [code]));

function compare(field: string, expected: readonly string[] | string | undefined, got: readonly number[]): Difference[] {
  if (expected === undefined) return [];
  const wanted = typeof expected === 'string' ? [expected] : expected;
  const right = wanted.length === got.length && wanted.every((one, index) => minor(one, field) === got[index]);
  return right ? [] : [{ field, expected: wanted.join(' '), got: got.map((one) => decimalText(one, DECIMALS)).join(' ') }];
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

/** Returns one after the other, by both policies. */
function compareReturns(
  { returns = [], lines }: Row,
  promoted: readonly PromotedLine[],
  nets: readonly number[],
  promotions: readonly Promotion[],
  codes: string[],
) {
  const kept = promoted.map(({ quantity }) => quantity);
  let unrefunded = sum(nets);
  return returns.flatMap(({ line, qty, refund_prorated, refund_if_repriced }, index) => {
    const at = lines.findIndex(({ id }) => id === line);
    const [quantity, net, left] = [promoted[at]?.quantity ?? 0, nets[at] ?? 0, kept[at] ?? 0];
    if (at < 0 || left < qty) throw new BadRow(`returns.${index}: ${qty} of ${line} cannot come back.`);
    const prorated = portionOf(net, quantity, quantity - left, qty);
    kept[at] = left - qty;
    const prices = priceOfKept(
      promoted.map((one, position) => ({ ...one, kept: kept[position] ?? 0 })),
      promotions,
      { date: DATE, codes },
    );
    const repriced = repricedRefund(unrefunded, prices);
    unrefunded -= repriced;
    return [
      ...compare(`returns.${index}.refund_prorated`, refund_prorated, [prorated]),
      ...compare(`returns.${index}.refund_if_repriced`, refund_if_repriced, [repriced]),
    ];
  });
}

function compareByPromotion(expected: Row['expected']['by_promotion'], { applied }: PromotionResult, lines: number): Difference[] {
  if (expected === undefined) return [];
  const names = new Set([...Object.keys(expected), ...applied.map(({ promotionId }) => promotionId)]);
  return [...names].flatMap((id) => {
    const own = applied.filter(({ promotionId }) => promotionId === id);
    const got = Array.from({ length: lines }, (_, line) => sum(own.map((one) => one.amounts[one.lines.indexOf(line)] ?? 0)));
    return compare(`by_promotion.${id}`, expected[id] ?? Array.from({ length: lines }, () => '0.00'), got);
  });
}

/** Rows of promotions: what each line gets, by which promotion, and what comes back by both policies. */
export const promotions = defineKind(row, (given) => {
  const { lines, expected } = given;
  const promoted = lines.map(({ id, qty, unit }): PromotedLine => {
    const price = minor(unit, `lines.${id}.unit`);
    return { sku: id, quantity: qty, unitPrice: price * 1000, grossMinor: price * qty };
  });
  const documents = documentsOf(given);
  const codes = codesOf(given);
  const result = applyPromotions(promoted, documents, { date: DATE, codes });
  const discounts = result.adjustments.map((adjustments) => discountOf({ adjustments }));
  const nets = promoted.map(({ grossMinor }, index) => grossMinor - (discounts[index] ?? 0));
  return [
    ...compare('discount_per_line', expected.discount_per_line, discounts),
    ...compare('net_per_line', expected.net_per_line, nets),
    ...compare('total_discount', expected.total_discount, [sum(discounts)]),
    ...compare('total', expected.total, [sum(nets)]),
    ...compareByPromotion(expected.by_promotion, result, lines.length),
    ...compareReturns(given, promoted, nets, documents, codes),
  ];
});
