import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { dueAt } from '../../../domain/fulfillment/promise.ts';
import { formatLasting } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { stepOf } from './pickup-list.ts';

/** How near the promise of a pickup is: over, less than half an hour, or time enough. */
export type Urgency = 'late' | 'soon' | 'fine';

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

/** The same in words, with the distance: `12 min late`, `due in 18 min`, and since when a ready one waits. Null once it is done. */
export function promiseWords(order: FulfillmentOrder, minutes: number, now: number): string | null {
  if (order.state.status === 'ready')
    return words('pickup.readySince', { time: formatLasting(Math.max(0, now - Date.parse(order.state.at))) });
  const urgency = urgencyOf(order, minutes, now);
  if (urgency === null) return null;
  const left = dueAt(order, minutes) - now;
  return urgency === 'late' ? words('pickup.late', { time: formatLasting(-left) }) : words('pickup.dueIn', { time: formatLasting(left) });
}
