import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { minorAmount } from '../base/money.ts';

/** How many codes a sale takes at most. */
export const MOST_CODES = 20;

/** A code that was entered, for one of the promotions that it unlocks. */
export const enteredCoupon = z.strictObject({
  promotionId: entityId,
  /** Made of the code: see {@link couponId}. */
  couponId: entityId,
});

/** A code that made a sale cheaper, or the customer for whom a promotion is good for a number of sales. */
export const usedCoupon = enteredCoupon.extend({
  /** Sales that it is good for, as the till knew it; null where it is good for any number. */
  mostUses: z.number().int().min(1).max(1_000_000).nullable().default(null),
  /** The most that its promotion may take off all of them, in minor units; left out where there is no such limit. */
  mostMinor: minorAmount.min(1).exactOptional(),
});

/** The uses of a code, or of a promotion by a customer, that are good for a number of sales only. */
export const couponUse = z.strictObject({
  /** As {@link couponId} or {@link customerUseId} makes it. */
  id: entityId,
  promotionId: entityId,
  /** Sales that it was used in. */
  uses: z.number().int().min(0),
  /** What its promotion took off them, less the part of goods that came back, in minor units; left out where nobody counts it. */
  amountMinor: minorAmount.min(0).exactOptional(),
});

/** Only of longer codes a part is shown: the rest must still be too much to guess. */
const SHOWN = 4;
const LONG_ENOUGH = 8;

const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);

/**
 * The id of a code of a promotion. A code may have been sent to one person, so no sale and no journal keeps it: the id holds a hash of it,
 * and of a long code its last four characters, for people to compare.
 */
export function couponId(promotionId: string, code: string): string {
  const tail = code.length >= LONG_ENOUGH ? `${code.slice(-SHOWN)}-` : '';
  return `CP-${tail}${hashOf(`outpost coupon ${promotionId} ${code}`)}`;
}

/** How much of a date, YYYY-MM-DD, names its period. */
const NAMED_BY = { ever: 0, year: 4, month: 7 } as const;

/**
 * The id of a customer's uses of a promotion, in the period of a day. Every register gets it, and it does not tell who the customer is.
 * @param date of the sale in its store, YYYY-MM-DD.
 */
export function customerUseId(
  { id, customerPeriod }: { readonly id: string; readonly customerPeriod: keyof typeof NAMED_BY },
  customerId: string,
  date: string,
): string {
  const period = date.slice(0, NAMED_BY[customerPeriod]);
  return `CU-${hashOf(`outpost customer use ${id} ${customerId}${period === '' ? '' : ` ${period}`}`)}`;
}

/** Whether a promotion counts what each customer had of it. */
export function isCountedByCustomer(promotion: {
  readonly maxUsesPerCustomer: number | null;
  readonly maxMinorPerCustomer: number | null;
}): boolean {
  return promotion.maxUsesPerCustomer !== null || promotion.maxMinorPerCustomer !== null;
}

/** What of a code its id shows; null where it shows nothing. */
export function codeTailOf(id: string): string | null {
  return /^CP-(.{4})-[0-9a-f]{32}$/.exec(id)?.[1] ?? null;
}

export type EnteredCoupon = z.infer<typeof enteredCoupon>;
export type UsedCoupon = z.infer<typeof usedCoupon>;
export type CouponUse = z.infer<typeof couponUse>;
