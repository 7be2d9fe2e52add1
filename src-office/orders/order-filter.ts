import type { OrderStatus } from '../../domain/orders/order-intake.ts';
import type { OrderFilter } from '../base/order-client.ts';

/** The ways to look at orders, in the order of their keys 1 to 5. */
export const ORDER_VIEWS = ['open', 'late', 'waits', 'ready', 'all'] as const;

export type OrderViewName = (typeof ORDER_VIEWS)[number];

/** What a person chose on the page of orders; empty is everything. Days are calendar days of this computer, YYYY-MM-DD. */
export interface OrderChoice {
  readonly view: OrderViewName;
  readonly text: string;
  readonly store: string;
  readonly kind: '' | 'pickup' | 'ship';
  readonly from: string;
  readonly until: string;
}

export const ANY_ORDER: OrderChoice = { view: 'open', text: '', store: '', kind: '', from: '', until: '' };

/** What is not finished: the statuses of which something is still to be done. */
export const UNFINISHED: readonly OrderStatus[] = ['backordered', 'open', 'in_progress', 'ready'];

const STATUSES: Record<OrderViewName, readonly OrderStatus[] | undefined> = {
  open: UNFINISHED,
  late: undefined,
  waits: ['backordered'],
  ready: ['ready'],
  all: undefined,
};

/** The beginning of a calendar day here, so many days later; undefined for no day. */
function momentOf(day: string, later: number): string | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined || ![year, month, date].every(Number.isFinite)) return undefined;
  return new Date(year, month - 1, date + later).toISOString();
}

/** What the server is asked for. */
export function filterOf({ view, text, store, kind, from, until }: OrderChoice): OrderFilter {
  const status = STATUSES[view];
  const [placedFrom, placedBefore] = [momentOf(from, 0), momentOf(until, 1)];
  return {
    ...(status !== undefined && { status: [...status] }),
    ...(view === 'late' && { late: 'true' }),
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(store !== '' && { store }),
    ...(kind !== '' && { kind }),
    ...(placedFrom !== undefined && { placedFrom }),
    ...(placedBefore !== undefined && { placedBefore }),
  };
}
