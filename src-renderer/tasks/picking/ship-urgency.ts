import { type FulfillmentOrder, hasEnded } from '../../../domain/fulfillment/fulfillment-order.ts';
import { formatLasting } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';

/** How near the promise of an order is: over, almost, or time enough. */
export type Urgency = 'late' | 'soon' | 'fine';

/** An order to ship that is promised within so many hours is about to be late. */
export const SOON_HOURS = 2;

const HOUR_MS = 3_600_000;

/** Milliseconds until an order to ship is to be with its carrier, less than 0 once late; null without a promise, or once it has ended. */
function leftOf(order: FulfillmentOrder, now: number): number | null {
  if (order.kind !== 'ship' || order.promisedAt === undefined || hasEnded(order)) return null;
  return Date.parse(order.promisedAt) - now;
}

/** How near the promise of an order to ship is, until its carrier has it; null where nobody promised it. @param now epoch milliseconds. */
export function shipUrgency(order: FulfillmentOrder, now: number): Urgency | null {
  const left = leftOf(order, now);
  if (left === null) return null;
  return left < 0 ? 'late' : left < SOON_HOURS * HOUR_MS ? 'soon' : 'fine';
}

/** The same in words where it is late or about to be: `12 min late`, `due in 18 min`; null otherwise. @param now epoch milliseconds. */
export function shipUrgencyWords(order: FulfillmentOrder, now: number): string | null {
  const left = leftOf(order, now);
  if (left === null || left >= SOON_HOURS * HOUR_MS) return null;
  return left < 0 ? words('pickup.late', { time: formatLasting(-left) }) : words('pickup.dueIn', { time: formatLasting(left) });
}

/** What is to be told of the orders to ship, whatever somebody is at. */
export interface ShipNews {
  /** Orders that nobody picks yet. */
  readonly waiting: readonly string[];
  readonly late: readonly string[];
  /** Orders that are about to be late. */
  readonly soon: readonly string[];
}

/** Ids of the orders to ship that news can be made of. @param now epoch milliseconds. */
export function shipNews(orders: Iterable<FulfillmentOrder>, now: number): ShipNews {
  const waiting: string[] = [];
  const late: string[] = [];
  const soon: string[] = [];
  for (const order of orders) {
    if (order.kind !== 'ship') continue;
    if (order.state.status === 'open' || order.state.status === 'acknowledged') waiting.push(order.id);
    const urgency = shipUrgency(order, now);
    if (urgency === 'late') late.push(order.id);
    if (urgency === 'soon') soon.push(order.id);
  }
  return { waiting, late, soon };
}
