import { z } from 'zod';
import { minorAmount } from '../base/money.ts';
import { type IdentityDocument, IDENTITY_DOCUMENTS, identityDocument } from '../fulfillment/identity.ts';
import { text } from '../base/text.ts';
import { defineSetting } from '../settings/define-setting.ts';
import { FEE_TAXES, type FeeRule, feeRule } from './restocking-fee.ts';
import { type Condition, condition, disposition, type Disposition, returnReason, type ReturnReason } from './disposition.ts';

/**
 * What comes back of goods that a promotion made cheaper. `prorated`: what was paid for them. `repriced`: what was paid for all,
 * less what the kept goods cost alone, so that nobody keeps a discount for goods that they brought back.
 */
export const promotionPolicy = defineSetting({
  key: 'returns.promotion_policy',
  levels: ['company'],
  schema: z.enum(['prorated', 'repriced']),
  standard: 'prorated',
});

/** A reason that a till offers, and what becomes of goods that come back for it. */
export interface ReasonRule {
  readonly reason: ReturnReason;
  readonly disposition: Disposition;
  /** What the store keeps; left out where that is nothing. */
  readonly fee?: FeeRule;
}

/** What becomes of goods in a condition, whatever the reason. */
export interface ConditionRule {
  readonly condition: Condition;
  readonly disposition: Disposition;
  /** Counts before that of the reason. */
  readonly fee?: FeeRule;
}

export interface ReturnRules {
  /** Whether nothing comes back without a reason. */
  readonly needsReason: boolean;
  /** In the order in which they are offered. */
  readonly reasons: readonly ReasonRule[];
  readonly conditions: readonly ConditionRule[];
}

const STANDARD_RULES: ReturnRules = {
  needsReason: false,
  reasons: [
    { reason: 'changed_mind', disposition: 'restock' },
    { reason: 'wrong_size', disposition: 'restock' },
    { reason: 'not_as_described', disposition: 'restock' },
    { reason: 'wrong_item', disposition: 'restock' },
    { reason: 'came_late', disposition: 'restock' },
    { reason: 'damaged', disposition: 'damaged' },
    { reason: 'defective', disposition: 'vendor' },
    { reason: 'recalled', disposition: 'quarantine' },
    { reason: 'other', disposition: 'restock' },
  ],
  conditions: [
    { condition: 'as_new', disposition: 'restock' },
    { condition: 'opened', disposition: 'restock' },
    { condition: 'worn', disposition: 'refurbish' },
    { condition: 'incomplete', disposition: 'quarantine' },
    { condition: 'damaged', disposition: 'damaged' },
    { condition: 'defective', disposition: 'vendor' },
  ],
};

const isEachOnce = (names: readonly string[]): boolean => new Set(names).size === names.length;

/**
 * Why goods come back, what becomes of them for each reason and in each condition, and what the store keeps. A person at the till may
 * choose another place for the goods.
 */
export const returnRules = defineSetting({
  key: 'returns.reasons',
  levels: ['company'],
  schema: z.strictObject({
    needsReason: z.boolean(),
    reasons: z
      .array(z.strictObject({ reason: returnReason, disposition, fee: feeRule.exactOptional() }))
      .min(1)
      .refine((all) => isEachOnce(all.map(({ reason }) => reason)), 'Each reason is named once.'),
    conditions: z
      .array(z.strictObject({ condition, disposition, fee: feeRule.exactOptional() }))
      .refine((all) => isEachOnce(all.map((one) => one.condition)), 'Each condition is named once.'),
  }),
  standard: STANDARD_RULES as { needsReason: boolean; reasons: ReasonRule[]; conditions: ConditionRule[] },
});

/** How restocking fees are taxed, see {@link FEE_TAXES}. */
export const feeTax = defineSetting({
  key: 'returns.fee_tax',
  levels: ['company'],
  schema: z.enum(FEE_TAXES),
  standard: 'as_goods',
});

/** For how many days goods come back. */
export interface ReturnWindow {
  /** Days after the sale or the delivery, the last one whole; null where there is no limit. */
  readonly days: number | null;
  /** Categories with days of their own. */
  readonly categories: readonly { readonly category: string; readonly days: number | null }[];
  /** Categories that do not come back. */
  readonly never: readonly string[];
}

const windowDays = z.number().int().min(0).max(3_650).nullable();
const category = text.min(1).max(200);

/** For how many days goods come back, by category, and which do not. A manager may take them back all the same (rule A1). */
export const returnWindow = defineSetting({
  key: 'returns.window',
  levels: ['company', 'store'],
  schema: z.strictObject({
    days: windowDays,
    categories: z
      .array(z.strictObject({ category, days: windowDays }))
      .max(200)
      .refine((all) => isEachOnce(all.map((one) => one.category)), 'Each category is named once.'),
    never: z.array(category).max(200).refine(isEachOnce, 'Each category is named once.'),
  }),
  standard: { days: null, categories: [], never: [] },
});

/** Prices of so many days are known at a till, and today's. */
export const MOST_PRICE_DAYS = 30;

/** Whether goods come back without a receipt, and for how much. Amounts are in minor units of the company's currency. */
export interface NoReceiptPolicy {
  readonly allowed: boolean;
  /** Store credit is what the goods cost at least in so many days before today, and today. */
  readonly priceDays: number;
  /** One of these is shown; none is asked for where it is empty. Only its kind is recorded. */
  readonly documents: readonly IdentityDocument[];
  /** Whether the customer has to be known. */
  readonly needsCustomer: boolean;
  /** The most that one return gives; null where there is no limit. */
  readonly mostMinor: number | null;
  /** What one customer brings back in so many days, this return included; null where there is no limit. */
  readonly perCustomer: { readonly days: number; readonly returns: number | null; readonly mostMinor: number | null };
}

/** The longest time over which the returns of a customer are counted, in days. */
export const MOST_COUNTED_DAYS = 365;

/** Whether goods come back without a receipt, for store credit alone. */
export const noReceiptPolicy = defineSetting({
  key: 'returns.no_receipt',
  levels: ['company', 'store'],
  schema: z.strictObject({
    allowed: z.boolean(),
    priceDays: z.number().int().min(0).max(MOST_PRICE_DAYS),
    documents: z.array(identityDocument).max(IDENTITY_DOCUMENTS.length).refine(isEachOnce, 'Each kind of document is named once.'),
    needsCustomer: z.boolean(),
    mostMinor: minorAmount.min(1).nullable(),
    perCustomer: z.strictObject({
      days: z.number().int().min(1).max(MOST_COUNTED_DAYS),
      returns: z.number().int().min(1).max(100).nullable(),
      mostMinor: minorAmount.min(1).nullable(),
    }),
  }),
  standard: {
    allowed: false,
    priceDays: MOST_PRICE_DAYS,
    documents: ['id_card', 'passport', 'driving_licence'] as IdentityDocument[],
    needsCustomer: true,
    mostMinor: 10_000 as number | null,
    perCustomer: { days: 90, returns: 3 as number | null, mostMinor: 20_000 as number | null },
  },
});
