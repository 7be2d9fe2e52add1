import type { ListedOrder } from '../../domain/orders/order-list-protocol.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { formatWhen } from '../../src-renderer/kit/order-words.ts';
import { formatClock, formatLasting } from '../../texts/say/format-time.ts';
import { words } from '../../texts/words/words.ts';
import { UNFINISHED } from './order-filter.ts';

const DAY_MS = 86_400_000;
const SOON_MS = 2 * 3_600_000;

export interface PromiseWords {
  readonly text: string;
  /** `soon`: within two hours. */
  readonly tone: 'late' | 'soon' | 'fine' | 'none';
}

/** A moment as a list shows it: the time alone where it is today, by the clock of the place. `now` in epoch milliseconds. */
export function momentWords(at: string, now: number, timezone: string): string {
  const isToday = dateInZone(new Date(at), timezone) === dateInZone(new Date(now), timezone);
  return isToday ? formatClock(at, timezone) : formatWhen(at, timezone);
}

/**
 * How an order stands to its promise: `12 min late`, `in 1 hr 50 min`, or the day.
 * @param now in epoch milliseconds. @param timezone of the place that keeps it.
 */
export function promiseWords(order: Pick<ListedOrder, 'promisedAt' | 'status'>, now: number, timezone: string): PromiseWords {
  const { promisedAt, status } = order;
  if (promisedAt === null) return { text: words('orders.noPromise'), tone: 'none' };
  if (!UNFINISHED.includes(status)) return { text: momentWords(promisedAt, now, timezone), tone: 'none' };
  const left = Date.parse(promisedAt) - now;
  if (left < 0) return { text: words('orders.lateBy', { time: formatLasting(-left) }), tone: 'late' };
  if (left < DAY_MS) return { text: words('orders.dueIn', { time: formatLasting(left) }), tone: left < SOON_MS ? 'soon' : 'fine' };
  return { text: momentWords(promisedAt, now, timezone), tone: 'fine' };
}
