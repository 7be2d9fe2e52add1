import type { z } from 'zod';
import type { StoreReader } from '../base/define-document.ts';
import type { Recorded, RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import { instantOf } from '../base/instant-of.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { capacityGrown, storeCapacityDocument } from './documents.ts';
import {
  type limitPayload,
  LONGEST_PAUSE_HOURS,
  MOST_ORDERS_A_DAY,
  pauseAt,
  type pausedPayload,
  type PauseReason,
  type resumedPayload,
  type StoreCapacity,
} from './store-capacity.ts';

const HOUR_MS = 3_600_000;

export type OrdersPaused = Recorded<'orders_paused', z.infer<typeof pausedPayload>>;
export type OrdersResumed = Recorded<'orders_resumed', z.infer<typeof resumedPayload>>;
export type OrderLimitSet = Recorded<'order_limit_set', z.infer<typeof limitPayload>>;

/**
 * The store takes no new orders to ship for a while. @param hours from 1 to {@link LONGEST_PAUSE_HOURS} (`quantity_not_valid` otherwise).
 * @param now epoch milliseconds.
 */
export function pauseOrders(hours: number, reason: PauseReason, now: number): Result<RequestFor<OrdersPaused>, Refusal> {
  if (!Number.isInteger(hours) || hours < 1 || hours > LONGEST_PAUSE_HOURS) return refuse('quantity_not_valid');
  return accept({ type: 'orders_paused', payload: { until: instantOf(now + hours * HOUR_MS), reason } });
}

/** The store takes orders again. Refuses where it is not paused (`not_paused`). @param now epoch milliseconds. */
export function resumeOrders(capacity: StoreCapacity | undefined, now: number): Result<RequestFor<OrdersResumed>, Refusal> {
  return pauseAt(capacity, now) === null ? refuse('not_paused') : accept({ type: 'orders_resumed', payload: {} });
}

/** The store takes so many orders to ship a day; null for as many as there are. */
export function limitOrders(ordersADay: number | null): Result<RequestFor<OrderLimitSet>, Refusal> {
  const isValid = ordersADay === null || (Number.isInteger(ordersADay) && ordersADay >= 0 && ordersADay <= MOST_ORDERS_A_DAY);
  return isValid ? accept({ type: 'order_limit_set', payload: { ordersADay } }) : refuse('quantity_not_valid');
}

function capacityOf(reader: StoreReader, storeId: string): StoreCapacity {
  return reader.get(storeCapacityDocument, storeId) ?? { storeId, paused: null, ordersADay: null };
}

/** Of two pauses the last one counts. */
export function applyOrdersPaused(reader: StoreReader, { storeId, associateId: by, at, payload }: OrdersPaused): Effect[] {
  return [storeCapacityDocument.put({ ...capacityOf(reader, storeId), paused: { at, by, ...payload } })];
}

export function applyOrdersResumed(reader: StoreReader, { storeId }: OrdersResumed): Effect[] {
  const before = capacityOf(reader, storeId);
  return before.paused === null ? [] : [storeCapacityDocument.put({ ...before, paused: null }), capacityGrown.effect({ storeId })];
}

export function applyOrderLimitSet(reader: StoreReader, { storeId, payload: { ordersADay } }: OrderLimitSet): Effect[] {
  const before = capacityOf(reader, storeId);
  const hasGrown = before.ordersADay !== null && (ordersADay === null || ordersADay > before.ordersADay);
  return [storeCapacityDocument.put({ ...before, ordersADay }), ...(hasGrown ? [capacityGrown.effect({ storeId })] : [])];
}
