import { expect, it } from 'vitest';
import { orderListQuery } from '../../domain/orders/order-list-protocol.ts';
import { ANY_ORDER, filterOf, ORDER_VIEWS, type OrderChoice } from './order-filter.ts';

const here = (year: number, month: number, day: number) => new Date(year, month - 1, day).toISOString();

it.each<[Partial<OrderChoice>, object]>([
  [{}, { status: ['backordered', 'open', 'in_progress', 'ready'] }],
  [{ view: 'late' }, { late: 'true' }],
  [{ view: 'waits' }, { status: ['backordered'] }],
  [{ view: 'ready' }, { status: ['ready'] }],
  [{ view: 'all' }, {}],
  [{ view: 'all', text: '  W-1 ' }, { text: 'W-1' }],
  [{ view: 'all', text: '   ' }, {}],
  [
    { view: 'all', store: 'S1', kind: 'ship' },
    { store: 'S1', kind: 'ship' },
  ],
  [{ view: 'all', from: '2026-10-31' }, { placedFrom: here(2026, 10, 31) }],
  // The day that is chosen counts whole, over the end of a month and the change of clocks too.
  [{ view: 'all', until: '2026-10-31' }, { placedBefore: here(2026, 11, 1) }],
  [{ view: 'all', from: '2026-', until: 'x' }, {}],
])('asks for what %j chooses', (choice, asked) => {
  expect(filterOf({ ...ANY_ORDER, ...choice })).toEqual(asked);
});

it('asks for nothing that the server does not know, in any view', () => {
  for (const view of ORDER_VIEWS) {
    const { status, ...one } = filterOf({ view, text: 'a', store: 'S1', kind: 'pickup', from: '2026-01-01', until: '2026-01-02' });
    expect(orderListQuery.safeParse({ ...one, ...(status !== undefined && { status }) }).success).toBe(true);
  }
});
