/** What the company sets in days: see `domain/retention/settings.ts`. */
export type RetentionDays = 'ordersInMemory' | 'ordersOnRegisters' | 'salesOnRegisters';

/**
 * How long something is kept: as long as it is current, until some days after it ended, or for years after it was recorded.
 * Books of a shop are kept for ten years (HGB § 257, AO § 147).
 */
export type Kept = { readonly while: 'current' } | { readonly daysAfterEnd: number | RetentionDays } | { readonly years: number };

/** How long a kind of document is kept, and where. */
export interface Retention {
  /** In the memory of a register; of a kind that is held on disk, on the disk. The disk holds what the feed has. */
  readonly register: Kept;
  /** In the change feed: what leaves it leaves the disks of the registers. */
  readonly feed: Kept;
  /** In the database. */
  readonly server: Kept;
}

const whileCurrent: Kept = { while: 'current' };
const tenYears: Kept = { years: 10 };

export const WHILE_CURRENT: Retention = { register: whileCurrent, feed: whileCurrent, server: whileCurrent };
export const TEN_YEARS: Retention = { register: tenYears, feed: tenYears, server: tenYears };
/** It leaves the registers when it is done, and stays in the books. */
export const CURRENT_THEN_TEN_YEARS: Retention = { register: whileCurrent, feed: whileCurrent, server: tenYears };

const DAY_MS = 86_400_000;

/**
 * Whether its time is over in a place.
 * @param endedAt when nothing was left to do with it; null while somebody may have to.
 * @param now epoch milliseconds.
 */
export function isOver(kept: Kept, endedAt: string | null, now: number, days: Readonly<Record<RetentionDays, number>>): boolean {
  if (!('daysAfterEnd' in kept) || endedAt === null) return false;
  const { daysAfterEnd } = kept;
  return Date.parse(endedAt) + (typeof daysAfterEnd === 'number' ? daysAfterEnd : days[daysAfterEnd]) * DAY_MS < now;
}
