import { z } from 'zod';
import { businessDate, entityId } from '../base/envelope.ts';
import { minorAmount, unitPrice } from '../base/money.ts';
import { text } from '../base/text.ts';
import { goodsFields, goodsSelector } from './goods-selector.ts';

const basisPoints = z.number().int().min(1).max(10_000);
const amount = minorAmount.min(1);
const count = z.number().int().min(1).max(1_000_000);
/** HH:MM of a day. */
export const clockTime = text.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is written HH:MM.');

/**
 * How a promotion lives beside others. `one_per_line`: a line takes part in the first of these that names it and makes it cheaper, or
 * would with more units, and in no other of them. `stackable`: acts on what the others left of the price. `stops`: stackable, and the
 * lines that it made cheaper are closed to all that come later. `exclusive`: acts alone, or not at all where the others together take
 * more off.
 */
export const STACKING = ['one_per_line', 'stackable', 'stops', 'exclusive'] as const;

export const CUSTOMER_PERIODS = ['ever', 'month', 'year'] as const;

const stacking = z.enum(STACKING);

const conditions = {
  id: entityId,
  name: text.min(1).max(200),
  ...goodsFields,
  /** All goods in the sale; then the lists name nothing more. */
  everything: z.boolean().default(false),
  excludedSkus: z.array(entityId).max(5000).default([]),
  excludedCategories: z.array(text.min(1).max(200)).max(500).default([]),
  startsOn: businessDate,
  /** The last day on which it holds. */
  endsOn: businessDate,
  /** 1 is Monday, 7 is Sunday; none for every day. */
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
  /** From this time of the store's day on; null for all day. */
  fromTime: clockTime.nullable().default(null),
  /** Until before this time. Earlier than `fromTime` it is past midnight. */
  untilTime: clockTime.nullable().default(null),
  /** None for every store. */
  storeIds: z.array(entityId).max(5000).default([]),
  /** `staff` say; none for everybody. */
  customerGroups: z.array(entityId).max(50).default([]),
  /** Any of these unlocks it; none where it needs no code. */
  codes: z.array(entityId).max(5000).default([]),
  /** Sales that one code is good for. */
  usesPerCode: count.nullable().default(null),
  /** The smallest acts first; of equal ones, those on the whole sale come after those on goods. */
  priority: z.number().int().min(0).max(10_000).default(100),
  /** Of promotions with the same `bestOf`, the option that takes most off acts, and no other. */
  bestOf: entityId.nullable().default(null),
  /** Promotions of one option act together; null where it is an option by itself. */
  option: entityId.nullable().default(null),
  /** What the goods that it names must come to, after the promotions before it. */
  minimumMinor: minorAmount.min(0).default(0),
  minimumUnits: z.number().int().min(0).max(1_000_000).default(0),
  /** The most units (of percent, amount and price) or groups (of the others) that it acts on in a sale. */
  maxPerSale: count.nullable().default(null),
  /** The most that it takes off a sale. */
  capMinor: amount.nullable().default(null),
  /** The most that it takes off all sales together. */
  budgetMinor: amount.nullable().default(null),
  /** Sales that it may act in, all together and of one customer. */
  maxUses: count.nullable().default(null),
  maxUsesPerCustomer: count.nullable().default(null),
  /** The most that it takes off the sales of one customer, less the part of goods that came back. */
  maxMinorPerCustomer: amount.nullable().default(null),
  /** For how long the sales of one customer count: as long as the promotion holds, or in a month or year of the calendar. */
  customerPeriod: z.enum(CUSTOMER_PERIODS).default('ever'),
};

const onGoods = { ...conditions, stacking: stacking.default('one_per_line') };
const onSale = { ...conditions, stacking: stacking.default('stackable') };

/** Over all units of the group by their price (rule M2), or off the units that are cheaper alone. */
const spread = z.enum(['group', 'cheaper_units']).default('group');

/** A promotion: what it takes off which goods, when, where and for whom. */
export const promotion = z.discriminatedUnion('kind', [
  /** `basisPoints` hundredths of a percent off, rounded once a line. */
  z.strictObject({ kind: z.literal('percent_off'), ...onGoods, basisPoints }),
  /** Off each unit, never more than it costs. */
  z.strictObject({ kind: z.literal('amount_off'), ...onGoods, amountMinor: amount }),
  /** What a unit costs instead, where it costs more. */
  z.strictObject({ kind: z.literal('fixed_price'), ...onGoods, priceMinor: minorAmount.min(0) }),
  /** Of every `buy` units taken together the customer pays `pay`; `basisPoints` are taken off the others, free unless told. */
  z.strictObject({
    kind: z.literal('multi_buy'),
    ...onGoods,
    buy: z.number().int().min(2).max(100),
    pay: z.number().int().min(1).max(99),
    basisPoints: basisPoints.default(10_000),
    spread,
    /** The cheapest of each group, units queued from the dearest; or the cheapest of all. */
    cheapestOf: z.enum(['group', 'all']).default('group'),
  }),
  /** For every `buy` units of the goods, `get` units of other goods are `basisPoints` cheaper, the cheapest of them first. */
  z.strictObject({
    kind: z.literal('buy_get_other'),
    ...onGoods,
    buy: z.number().int().min(1).max(100),
    get: z.number().int().min(1).max(100),
    gets: goodsSelector,
    basisPoints: basisPoints.default(10_000),
    spread,
  }),
  /** Any `units` units for `priceMinor`, in groups from the dearest to the cheapest. */
  z.strictObject({
    kind: z.literal('mix_and_match'),
    ...onGoods,
    units: z.number().int().min(2).max(100),
    priceMinor: minorAmount.min(0),
  }),
  /** All parts together for `priceMinor`. A line counts for the first part that names it. */
  z.strictObject({
    kind: z.literal('bundle'),
    ...onGoods,
    parts: z
      .array(z.strictObject({ ...goodsFields, units: z.number().int().min(1).max(100) }))
      .min(1)
      .max(20),
    priceMinor: minorAmount.min(0),
  }),
  /** Off the cheapest unit alone. */
  z.strictObject({ kind: z.literal('cheapest_off'), ...onGoods, basisPoints }),
  /** Off what the goods come to, rounded once. */
  z.strictObject({ kind: z.literal('sale_percent'), ...onSale, basisPoints }),
  z.strictObject({ kind: z.literal('sale_amount'), ...onSale, amountMinor: amount }),
  /** The highest tier that is reached acts on the whole. */
  z.strictObject({
    kind: z.literal('tiered'),
    ...onSale,
    tiers: z
      .array(z.strictObject({ fromMinor: minorAmount.min(0), basisPoints }))
      .min(1)
      .max(20),
  }),
  /** Points of the customer pay a part, only as many as the goods need. A point is worth thousandths of a minor unit. */
  z.strictObject({ kind: z.literal('points'), ...onSale, pointValue: unitPrice.min(1) }),
]);

export type Promotion = z.infer<typeof promotion>;
export type PromotionOf<K extends Promotion['kind']> = Extract<Promotion, { readonly kind: K }>;

/** A line before promotions. */
export interface PromotedLine {
  readonly sku: string;
  readonly quantity: number;
  /** Thousandths of a minor unit. */
  readonly unitPrice: number;
  readonly grossMinor: number;
  /** Units are counted in steps of 10^−decimals; 0 unless told. Only whole pieces can fill a group. */
  readonly quantityDecimals?: number;
  readonly category?: string | null | undefined;
  readonly brand?: string | null | undefined;
  /** Cheaper by no promotion: a gift card, a deposit. */
  readonly fixed?: boolean;
  /** Cheaper by a promotion alone that names its SKU: a fee, for a delivery say. */
  readonly bySkuAlone?: boolean;
}
