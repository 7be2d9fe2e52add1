import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { HeldSale } from '../../../domain/held-sales/held-sale.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import { dateInZone } from '../../../domain/base/zoned-date.ts';
import { countWaiting } from '../home/waiting.ts';

/** What the checks look at. */
export interface BeforeClosing {
  /** The shift that is to be closed. */
  readonly shiftId: string;
  /** The calendar day in the store, YYYY-MM-DD, and the store's zone. */
  readonly today: string;
  readonly timezone: string;
  readonly shifts: Iterable<Shift>;
  readonly held: Iterable<HeldSale>;
  readonly orders: Iterable<FulfillmentOrder>;
  readonly exceptions: number;
  /** Card payments, and refunds to cards, that were asked for and not answered. */
  readonly cards: number;
  readonly refunds: number;
  /** Entries of this register that are not sent. */
  readonly pending: number;
}

/** How many of it there are, and where it is taken care of. */
export interface ClosingCheck {
  readonly key: 'held' | 'cards' | 'refunds' | 'pickups' | 'oldPickups' | 'otherShifts' | 'exceptions' | 'sent';
  readonly count: number;
  readonly href: string;
}

const countIf = <T>(all: Iterable<T>, is: (one: T) => boolean) => [...all].filter(is).length;

/** What would hurt after closing, in the order in which somebody who closes the shop goes about it. */
export function closingChecks(now: BeforeClosing): ClosingCheck[] {
  const orders = [...now.orders];
  const isOld = ({ kind, state }: FulfillmentOrder) =>
    kind === 'pickup' && state.status === 'ready' && dateInZone(new Date(state.at), now.timezone) < now.today;
  return [
    { key: 'held', count: countIf(now.held, ({ taken }) => taken.length === 0), href: '/sale' },
    { key: 'cards', count: now.cards, href: '/' },
    { key: 'refunds', count: now.refunds, href: '/' },
    { key: 'pickups', count: countWaiting(orders).pickupsToPrepare, href: '/pickup' },
    { key: 'oldPickups', count: countIf(orders, isOld), href: '/pickup' },
    { key: 'exceptions', count: now.exceptions, href: '/exceptions' },
    {
      key: 'otherShifts',
      count: countIf(now.shifts, ({ closed, id }) => closed === null && id !== now.shiftId),
      href: '/reports',
    },
    { key: 'sent', count: now.pending, href: '/sync' },
  ];
}
