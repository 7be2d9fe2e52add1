import { ENDED, type FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { keptUntil } from '../../../domain/fulfillment/expire-order.ts';
import { dueAt } from '../../../domain/fulfillment/promise.ts';
import { formatLasting } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import type { Urgency } from '../picking/ship-urgency.ts';
import { stepOf } from './pickup-list.ts';

/** A pickup that is due in less than that is due soon. */
const SOON_MS = 30 * 60_000;

/**
 * How urgent it is to prepare a pickup; null once it is ready.
 * @param minutes how long after the order the store promises its pickups. @param now epoch milliseconds.
 */
export function urgencyOf(order: FulfillmentOrder, minutes: number, now: number): Urgency | null {
  const step = stepOf(order.state.status);
  if (step !== 'prepare' && step !== 'stage') return null;
  const left = dueAt(order, minutes) - now;
  return left < 0 ? 'late' : left < SOON_MS ? 'soon' : 'fine';
}

/** Since when its customer waits outside, in which bay and in which car; null while nobody does. @param now epoch milliseconds. */
export function arrivalWords({ state, arrival }: FulfillmentOrder, now: number): string | null {
  if (arrival === undefined || ENDED.includes(state.status)) return null;
  const parts = [words('pickup.outside', { time: formatLasting(Math.max(0, now - Date.parse(arrival.at))) })];
  if (arrival.bay !== null) parts.push(words('pickup.inBay', { bay: arrival.bay }));
  if (arrival.car !== null) parts.push(arrival.car);
  return parts.join(' · ');
}

/** A ready pickup that ends within a day is shown as one that does. */
const ENDS_SOON_MS = 24 * 60 * 60_000;

/** In how many milliseconds a ready pickup ends; null where that is not soon. @param days how long pickups wait, 0 for no end. */
export function endsIn(order: FulfillmentOrder, days: number, now: number): number | null {
  const until = keptUntil(order, days);
  return until === null || until - now > ENDS_SOON_MS ? null : Math.max(0, until - now);
}

/**
 * The same in words, with the distance: `12 min late`, `due in 18 min`, since when a ready one waits, and when that ends. Null once it is
 * done. @param days see {@link endsIn}.
 */
export function promiseWords(order: FulfillmentOrder, minutes: number, days: number, now: number): string | null {
  if (order.state.status === 'ready') {
    const left = endsIn(order, days, now);
    const since = words('pickup.readySince', { time: formatLasting(Math.max(0, now - Date.parse(order.state.at))) });
    return left === null ? since : `${since} · ${words('pickup.endsIn', { time: formatLasting(left) })}`;
  }
  const urgency = urgencyOf(order, minutes, now);
  if (urgency === null) return null;
  const left = dueAt(order, minutes) - now;
  return urgency === 'late' ? words('pickup.late', { time: formatLasting(-left) }) : words('pickup.dueIn', { time: formatLasting(left) });
}
