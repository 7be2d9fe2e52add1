import { expect, it } from 'vitest';
import type { FulfillmentOrder, FulfillmentState } from './fulfillment-order.ts';
import { orderEvents } from './order-events.ts';

const AT = '2026-01-31T12:00:00.000Z';
const STATES: Record<string, FulfillmentState> = {
  packed: { status: 'packed' },
  cancelled: { status: 'cancelled' },
  shipped: { status: 'shipped', trackingNumber: 'T', at: AT },
  handed_over: { status: 'handed_over', at: AT },
};

function order(status: string, returned = 0): FulfillmentOrder {
  const line = { lineNo: 1, sku: 'A', gtin: null, name: 'A', quantity: 3, unitPrice: 100, totalMinor: 3, taxMinor: 0 };
  return {
    ...{ id: 'F1', orderId: 'O1', orderNumber: 'W-1', locationId: 'S1', kind: 'ship' as const, shipTo: null, pickupCodeHash: null },
    ...{ customer: { name: 'Ada', email: null, phone: null }, placedAt: AT, currency: 'EUR' },
    lines: [{ ...line, picked: 3, short: 0, returned }],
    state: STATES[status] ?? { status: 'open' },
  };
}

it.each<[string, string | null, string, string[]]>([
  ['what was packed is shipped', 'packed', 'shipped', ['order_shipped']],
  ['what was packed is fetched', 'packed', 'handed_over', ['order_handed_over']],
  ['what was cancelled left all the same (rule J5)', 'cancelled', 'shipped', ['order_shipped']],
  ['it is new and has left', null, 'handed_over', ['order_handed_over']],
  ['it left before', 'shipped', 'shipped', []],
  ['it is fetched, and was on its way', 'shipped', 'handed_over', []],
  ['it goes on', 'open', 'packed', []],
])('%s', (_what, before, after, expected) => {
  const events = orderEvents(before === null ? undefined : order(before), order(after));
  expect(events.map(({ event }) => event)).toEqual(expected);
  for (const { ids } of events) expect(ids).toEqual({ fulfillmentOrderId: 'F1', orderId: 'O1', locationId: 'S1' });
});

it('tells of units that came back, also at once with their departure, and not of those that had come back', () => {
  expect(orderEvents(order('shipped', 1), order('shipped', 2)).map(({ event }) => event)).toEqual(['order_returned']);
  expect(orderEvents(order('packed'), order('shipped', 1)).map(({ event }) => event)).toEqual(['order_shipped', 'order_returned']);
  expect(orderEvents(order('shipped', 2), order('shipped', 2))).toEqual([]);
});
