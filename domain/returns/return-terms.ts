import { z } from 'zod';
import { daysAfter } from '../base/calendar-day.ts';
import type { Further } from '../base/define-operation.ts';
import { entityId } from '../base/envelope.ts';
import { minorAmount } from '../base/money.ts';
import type { ReturnWindow } from './settings.ts';

/** What may speak against a return: its days are over, or the goods do not come back at all. */
export const RETURN_TERMS = ['window', 'final_sale'] as const;

/** Who allowed an exception to the terms of the store: nobody where the person at the till may by themselves. */
export const allowing = z.strictObject({
  approvedBy: entityId.nullable(),
  /** Whether a badge showed who it was; left out where a PIN did. */
  byBadge: z.literal(true).exactOptional(),
});

/** A return that goes against the terms of the store, and who allowed it. */
export const allowedAgainst = z.strictObject({ term: z.enum(RETURN_TERMS), ...allowing.shape });

/** A fee of the rules that the customer does not pay: what it would have been, in minor units, and who allowed that. */
export const waivedFee = z.strictObject({ amountMinor: minorAmount.min(1), ...allowing.shape });

export type Allowing = z.infer<typeof allowing>;
export type AllowedAgainst = z.infer<typeof allowedAgainst>;
export type WaivedFee = z.infer<typeof waivedFee>;

/** Why goods stay with the customer. Days are calendar days in the store, YYYY-MM-DD. */
export type Staying = { readonly term: 'window'; readonly until: string } | { readonly term: 'final_sale'; readonly until: null };

/** Goods, as far as the terms of a return ask. */
export interface BoughtGoods {
  /** The day in the store on which they were bought or delivered; null where nobody knows. */
  readonly boughtOn: string | null;
  readonly category: string;
  /** Whether the article does not come back. */
  readonly isFinal: boolean;
}

/** The last day on which goods come back, a whole one, by the calendar of the store; null where there is no limit, or nobody knows. */
export function lastDayOf({ boughtOn, category }: Pick<BoughtGoods, 'boughtOn' | 'category'>, window: ReturnWindow): string | null {
  const own = window.categories.find((one) => one.category === category);
  const days = own === undefined ? window.days : own.days;
  return days === null || boughtOn === null ? null : daysAfter(boughtOn, days);
}

/**
 * Why goods do not come back on a day; null where they do. The day of the sale is day 0, and the last day is a whole one.
 * @param today the calendar day in the store, YYYY-MM-DD.
 */
export function whyStays({ boughtOn, category, isFinal }: BoughtGoods, window: ReturnWindow, today: string): Staying | null {
  if (isFinal || window.never.includes(category)) return { term: 'final_sale', until: null };
  const until = lastDayOf({ boughtOn, category }, window);
  return until !== null && today > until ? { term: 'window', until } : null;
}

/** A line of a return, as far as somebody had to allow it. */
interface GivenAgainst {
  readonly refundMinor: number;
  readonly against?: AllowedAgainst;
  readonly feeWaived?: WaivedFee;
}

/** An exception to the terms, for the roles. */
function exceptionFor(weight: number, { approvedBy, byBadge }: Allowing): Further {
  const approvers = approvedBy === null ? [] : [approvedBy];
  return { weight, approvers, ...(byBadge !== undefined && { byBadge: approvers }) };
}

/**
 * Where a return goes against the terms, for the roles (rule A1): what each line gives back that should stay, and each fee that nobody
 * asked for, in minor units.
 */
export function againstTerms(lines: readonly GivenAgainst[]): Further[] {
  return lines.flatMap(({ refundMinor, against, feeWaived }) => [
    ...(against === undefined ? [] : [exceptionFor(refundMinor, against)]),
    ...(feeWaived === undefined ? [] : [exceptionFor(feeWaived.amountMinor, feeWaived)]),
  ]);
}
