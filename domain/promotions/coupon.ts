import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { entityId } from '../base/envelope.ts';

/** How many codes a sale takes at most. */
export const MOST_CODES = 20;

/** A code that was entered, for one of the promotions that it unlocks. */
export const enteredCoupon = z.strictObject({
  promotionId: entityId,
  /** Made of the code: see {@link couponId}. */
  couponId: entityId,
});

/** A code that made a sale cheaper. */
export const usedCoupon = enteredCoupon.extend({
  /** Sales that the code is good for, as the till knew it; null where it is good for any number. */
  usesPerCode: z.number().int().min(1).max(1_000_000).nullable().default(null),
});

/** The uses of a code that is good for a number of sales only. */
export const couponUse = z.strictObject({
  /** As {@link couponId} makes it. */
  id: entityId,
  promotionId: entityId,
  /** Sales that it was used in. */
  uses: z.number().int().min(1),
});

/** Only of longer codes a part is shown: the rest must still be too much to guess. */
const SHOWN = 4;
const LONG_ENOUGH = 8;

/**
 * The id of a code of a promotion. A code may have been sent to one person, so no sale and no journal keeps it: the id holds a hash of it,
 * and of a long code its last four characters, for people to compare.
 */
export function couponId(promotionId: string, code: string): string {
  const tail = code.length >= LONG_ENOUGH ? `${code.slice(-SHOWN)}-` : '';
  return `CP-${tail}${bytesToHex(sha256(utf8ToBytes(`outpost coupon ${promotionId} ${code}`))).slice(0, 32)}`;
}

/** What of a code its id shows; null where it shows nothing. */
export function codeTailOf(id: string): string | null {
  return /^CP-(.{4})-[0-9a-f]{32}$/.exec(id)?.[1] ?? null;
}

export type EnteredCoupon = z.infer<typeof enteredCoupon>;
export type UsedCoupon = z.infer<typeof usedCoupon>;
