import { z } from 'zod';
import type { CartLine } from '../../domain/pricing/cart-line.ts';
import { priceSale } from '../../domain/pricing/price-sale.ts';
import type { SaleLine } from '../../domain/pricing/sale-line.ts';
import { ROUNDING_SCOPES } from '../../domain/tax/round-taxes.ts';
import { taxRulesOn } from '../../domain/tax/tax-rules.ts';
import { ALWAYS, taxTable } from '../../domain/tax/tax-table.ts';
import { decimal, decimalsOf, differs, scaled } from './decimal.ts';
import { BadRow, defineKind, type Difference } from './kind.ts';

/** Rounding modes as the rows write them, and ours. */
const MODES = {
  half_up: 'half_up',
  half_down: 'half_down',
  half_even: 'half_even',
  floor: 'down',
  down: 'down',
  truncate: 'down',
  ceil: 'up',
  ceiling: 'up',
  up: 'up',
} as const;

const rate = decimal.refine((text) => !text.startsWith('-'), 'A rate is not negative.');
const day = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'It is no date, 2026-11 or 2026-11-25 say.');

const tax = z
  .strictObject({
    rate: rate.optional(),
    rates: z.array(z.strictObject({ from: day, rate })).optional(),
    base_from: decimal.optional(),
    base_to: decimal.optional(),
    exempt_below: decimal.optional(),
    compound: z.boolean().default(false),
  })
  .refine((given) => given.rate !== undefined || (given.rates ?? []).length > 0, 'It has no rate.');

const line = z.strictObject({
  id: z.string(),
  qty: decimal,
  unit_price: decimal,
  taxes: z.array(z.string()),
  discount_percent: decimal.optional(),
  discount_amount: decimal.optional(),
});

const row = z.looseObject({
  id: z.string(),
  as_of: day.default('2026-11'),
  config: z.looseObject({
    decimals: z.number().int().min(0).max(4),
    rounding_mode: z.enum(Object.keys(MODES) as (keyof typeof MODES)[]),
    price_mode: z.enum(['inclusive', 'exclusive']),
    rounding_scope: z.enum(ROUNDING_SCOPES),
  }),
  taxes: z.record(z.string(), tax),
  lines: z.array(line).min(1),
  cart_discount: z.strictObject({ type: z.enum(['amount', 'percent']), value: decimal }).nullish(),
  exempt: z.union([z.boolean(), z.array(z.string())]).optional(),
  expected: z.strictObject({
    lines: z.array(
      z.strictObject({
        id: z.string(),
        line_discount: decimal.optional(),
        cart_discount_share: decimal.optional(),
        net: decimal.optional(),
        tax: decimal.optional(),
        gross: decimal.optional(),
      }),
    ),
    tax_by_code: z.record(z.string(), decimal).optional(),
    net: decimal.optional(),
    tax: decimal.optional(),
    gross: decimal.optional(),
  }),
});

type Row = z.output<typeof row>;

const PERCENT_TO_PPM = 4;
const NOBODY = { reason: null, approvedBy: null };
const fullDay = (text: string) => (text.length === 7 ? `${text}-01` : text);

/** The row's taxes as a table, with one class of goods for each combination that a line bears. */
function tableOf({ taxes, lines, config }: Row) {
  const minor = (text: string, field: string) => scaled(text, config.decimals, field);
  const ppm = (text: string, field: string) => scaled(text, PERCENT_TO_PPM, field);
  const entries = Object.entries(taxes).map(([code, given]) => {
    const at = `taxes.${code}`;
    const dated = (given.rates ?? []).map((one) => ({ from: fullDay(one.from), ratePpm: ppm(one.rate, `${at}.rates`) }));
    const always = given.rate === undefined ? [] : [{ from: ALWAYS, ratePpm: ppm(given.rate, `${at}.rate`) }];
    return [
      code,
      {
        rates: [...always, ...dated].sort((a, b) => (a.from < b.from ? -1 : 1)),
        compound: given.compound,
        fromMinor: minor(given.base_from ?? '0', `${at}.base_from`),
        toMinor: given.base_to === undefined ? null : minor(given.base_to, `${at}.base_to`),
      },
    ] as const;
  });
  const below = (code: string) => {
    const text = taxes[code]?.exempt_below;
    return text === undefined ? null : minor(text, `taxes.${code}.exempt_below`);
  };
  const classes = lines.map((one) => [classOf(one.taxes), one.taxes.map((code) => ({ tax: code, freeBelowMinor: below(code) }))] as const);
  const parsed = taxTable.safeParse({ taxes: Object.fromEntries(entries), classes: Object.fromEntries(classes) });
  if (parsed.success) return parsed.data;
  throw new BadRow(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}

const classOf = (codes: readonly string[]) => codes.join('+') || 'none';

function discountOf(given: Row['lines'][number], decimals: number, at: string): CartLine['discount'] {
  const { discount_percent: percent, discount_amount: amount } = given;
  if (percent !== undefined && amount !== undefined) throw new BadRow(`${at}: a percentage and an amount off.`);
  if (percent !== undefined) return { basisPoints: scaled(percent, 2, `${at}.discount_percent`), ...NOBODY };
  return amount === undefined ? undefined : { amountMinor: scaled(amount, decimals, `${at}.discount_amount`), ...NOBODY };
}

function cartOf({ lines, config }: Row): CartLine[] {
  return lines.map((one, index) => {
    const at = `lines.${index}`;
    const quantityDecimals = decimalsOf(one.qty);
    const discount = discountOf(one, config.decimals, at);
    return {
      sku: one.id,
      gtin: null,
      name: one.id,
      quantity: scaled(one.qty, quantityDecimals, `${at}.qty`),
      quantityDecimals,
      unitPrice: scaled(one.unit_price, config.decimals + 3, `${at}.unit_price`),
      taxClass: classOf(one.taxes),
      ...(discount === undefined ? {} : { discount }),
    };
  });
}

function saleDiscountOf({ cart_discount: given, config }: Row) {
  if (given === undefined || given === null) return undefined;
  if (given.type === 'percent') return { basisPoints: scaled(given.value, 2, 'cart_discount.value'), ...NOBODY };
  return { amountMinor: scaled(given.value, config.decimals, 'cart_discount.value'), ...NOBODY };
}

function offBy({ adjustments }: SaleLine, source: 'line_discount' | 'sale_discount'): number {
  return adjustments.reduce((sum, one) => (one.source === source ? sum - one.amountMinor : sum), 0);
}

function compareLines({ expected, config }: Row, lines: readonly SaleLine[]): Difference[] {
  const bySku = new Map(lines.map((one) => [one.sku, one]));
  return expected.lines.flatMap((wanted) => {
    const got = bySku.get(wanted.id);
    if (got === undefined) throw new BadRow(`expected.lines: there is no line ${wanted.id}.`);
    const compare = (field: string, text: string | undefined, value: number) =>
      differs(`lines.${wanted.id}.${field}`, text, value, config.decimals);
    return [
      ...compare('line_discount', wanted.line_discount, offBy(got, 'line_discount')),
      ...compare('cart_discount_share', wanted.cart_discount_share, offBy(got, 'sale_discount')),
      ...compare('net', wanted.net, got.totalMinor - got.taxMinor),
      ...compare('tax', wanted.tax, got.taxMinor),
      ...compare('gross', wanted.gross, got.totalMinor),
    ];
  });
}

/** Rows of taxes: lines with their discounts, taxes by line and by code, and totals. */
export const taxes = defineKind(row, (given) => {
  const { config, expected } = given;
  const rounding = { scope: config.rounding_scope, mode: MODES[config.rounding_mode] };
  const date = fullDay(given.as_of);
  const priced = priceSale(cartOf(given), {
    pricesIncludeTax: config.price_mode === 'inclusive',
    taxes: taxRulesOn(tableOf(given), rounding, date),
    exemption: given.exempt === true ? 'all' : given.exempt === false ? [] : (given.exempt ?? []),
    promotions: [],
    date,
    saleDiscount: saleDiscountOf(given),
  });
  const byCode = new Map<string, number>();
  for (const one of priced.lines.flatMap((sold) => sold.taxes)) byCode.set(one.code, (byCode.get(one.code) ?? 0) + one.amountMinor);
  const compare = (field: string, text: string | undefined, value: number) => differs(field, text, value, config.decimals);
  return [
    ...compareLines(given, priced.lines),
    ...Object.entries(expected.tax_by_code ?? {}).flatMap(([code, text]) => compare(`tax_by_code.${code}`, text, byCode.get(code) ?? 0)),
    ...compare('net', expected.net, priced.totalMinor - priced.taxMinor),
    ...compare('tax', expected.tax, priced.taxMinor),
    ...compare('gross', expected.gross, priced.totalMinor),
  ];
});
