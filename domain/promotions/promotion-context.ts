import { couponId, customerUseId } from './coupon.ts';
import type { Promotion } from './promotion.ts';

/** What a promotion was used for already. Who counts it stands on the server; a register may be behind. */
export interface PromotionUse {
  readonly amountMinor: number;
  /** Sales of everybody. */
  readonly uses: number;
}

/** What promotions look at beside the lines. */
export interface PromotionContext {
  /** The calendar day in the store, YYYY-MM-DD, whatever the business date. */
  readonly date: string;
  /** The time in the store, HH:MM; where it is not told, promotions with hours do not hold. */
  readonly time?: string;
  readonly storeId?: string;
  /** Groups that the customer belongs to. */
  readonly customerGroups?: readonly string[];
  /** Who buys; nobody is limited who is not known. */
  readonly customerId?: string;
  /** Codes that were entered or scanned. */
  readonly codes?: readonly string[];
  /** Points that the customer wants to use. */
  readonly points?: number;
  /** By the promotion's id; nothing was used where it is missing. */
  readonly used?: ReadonlyMap<string, PromotionUse>;
  /** Sales that a code was used in, or a promotion by a customer, by the ids of `couponId` and `customerUseId`. */
  readonly usedCodes?: ReadonlyMap<string, number>;
  /** What a promotion took off for a customer, in minor units, by the id of `customerUseId`. */
  readonly usedMinor?: ReadonlyMap<string, number>;
}

export const NOT_NOW = [
  'not_yet',
  'over',
  'other_weekday',
  'other_time',
  'other_store',
  'other_customers',
  'needs_code',
  'needs_points',
  'code_used_up',
  'used_up',
  'used_up_for_customer',
  'spent_for_customer',
  'budget_spent',
] as const;

/** Why a promotion does not hold, whatever is on the counter. */
export type NotNow = (typeof NOT_NOW)[number];

/** 1 is Monday, 7 is Sunday. */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

function isInHours({ fromTime, untilTime }: Promotion, time: string | undefined): boolean {
  if (fromTime === null && untilTime === null) return true;
  if (time === undefined) return false;
  const [from, until] = [fromTime ?? '00:00', untilTime ?? '24:00'];
  return from <= until ? from <= time && time < until : time >= from || time < until;
}

/** The code with which a promotion is unlocked: the first entered one that is still good; null where there is none. */
export function codeFor(
  { id, codes, usesPerCode }: Pick<Promotion, 'id' | 'codes' | 'usesPerCode'>,
  { codes: entered = [], usedCodes }: PromotionContext,
): string | null {
  const isGood = (code: string) => usesPerCode === null || (usedCodes?.get(couponId(id, code)) ?? 0) < usesPerCode;
  return entered.find((code) => codes.includes(code) && isGood(code)) ?? null;
}

function whyNoCode(promotion: Promotion, context: PromotionContext): NotNow | null {
  if (promotion.codes.length === 0 || codeFor(promotion, context) !== null) return null;
  return context.codes?.some((code) => promotion.codes.includes(code)) === true ? 'code_used_up' : 'needs_code';
}

function isUsedUpFor(promotion: Promotion, { customerId, usedCodes, date }: PromotionContext): boolean {
  const { maxUsesPerCustomer } = promotion;
  if (maxUsesPerCustomer === null || customerId === undefined) return false;
  return (usedCodes?.get(customerUseId(promotion, customerId, date)) ?? 0) >= maxUsesPerCustomer;
}

/** What is left of its budget, in minor units; endless where it has none. */
export function budgetLeft({ id, budgetMinor }: Pick<Promotion, 'id' | 'budgetMinor'>, { used }: PromotionContext): number {
  return budgetMinor === null ? Number.POSITIVE_INFINITY : budgetMinor - (used?.get(id)?.amountMinor ?? 0);
}

/** What it may still take off for the customer in this period, in minor units; endless where there is no limit, or nobody is known. */
export function leftForCustomer(promotion: Promotion, { customerId, usedMinor, date }: PromotionContext): number {
  const { maxMinorPerCustomer } = promotion;
  if (maxMinorPerCustomer === null || customerId === undefined) return Number.POSITIVE_INFINITY;
  return maxMinorPerCustomer - (usedMinor?.get(customerUseId(promotion, customerId, date)) ?? 0);
}

/** Why a promotion does not hold here, now and for this customer; null where it does. */
export function whyNotNow(promotion: Promotion, context: PromotionContext): NotNow | null {
  const { date, storeId, customerGroups = [] } = context;
  if (date < promotion.startsOn) return 'not_yet';
  if (date > promotion.endsOn) return 'over';
  if (promotion.weekdays.length > 0 && !promotion.weekdays.includes(weekdayOf(date))) return 'other_weekday';
  if (!isInHours(promotion, context.time)) return 'other_time';
  if (promotion.storeIds.length > 0 && (storeId === undefined || !promotion.storeIds.includes(storeId))) return 'other_store';
  if (promotion.customerGroups.length > 0 && !promotion.customerGroups.some((group) => customerGroups.includes(group))) {
    return 'other_customers';
  }
  const noCode = whyNoCode(promotion, context);
  if (noCode !== null) return noCode;
  if (promotion.kind === 'points' && (context.points ?? 0) <= 0) return 'needs_points';
  const used = context.used?.get(promotion.id);
  if (promotion.maxUses !== null && (used?.uses ?? 0) >= promotion.maxUses) return 'used_up';
  if (isUsedUpFor(promotion, context)) return 'used_up_for_customer';
  if (leftForCustomer(promotion, context) <= 0) return 'spent_for_customer';
  return budgetLeft(promotion, context) <= 0 ? 'budget_spent' : null;
}
