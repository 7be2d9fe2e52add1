import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';

/** Why a store takes no more orders to ship for a while. */
export const PAUSE_REASONS = ['too_busy', 'short_staffed', 'no_driver', 'system_trouble', 'other'] as const;
export const pauseReason = z.enum(PAUSE_REASONS);

/** A pause ends by itself after a week at the latest: one that everybody forgot must not cost orders for ever. */
export const LONGEST_PAUSE_HOURS = 168;

/** How many orders a day a limit may allow. */
export const MOST_ORDERS_A_DAY = 10_000;

const ordersADay = z.number().int().min(0).max(MOST_ORDERS_A_DAY).nullable();

/** How many orders to ship a store takes: none while it is paused, and so many a day. One for each store. */
export const storeCapacity = z.strictObject({
  storeId: entityId,
  /** Null while it is not paused. A pause whose end has passed is over. */
  paused: z.strictObject({ at: instant, until: instant, reason: pauseReason, by: entityId.nullable() }).nullable().default(null),
  /** By the calendar of the store; null for as many as there are. */
  ordersADay: ordersADay.default(null),
});

export const pausedPayload = z.strictObject({ until: instant, reason: pauseReason });
export const resumedPayload = z.strictObject({});
export const limitPayload = z.strictObject({ ordersADay });

export type PauseReason = z.infer<typeof pauseReason>;
export type StoreCapacity = z.infer<typeof storeCapacity>;

/** The pause that holds at a moment, epoch milliseconds; null where there is none. */
export function pauseAt(capacity: StoreCapacity | undefined, now: number): StoreCapacity['paused'] {
  const paused = capacity?.paused ?? null;
  return paused !== null && Date.parse(paused.until) > now ? paused : null;
}
