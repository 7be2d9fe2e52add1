import { describe, expect, it } from 'vitest';
import type { FulfillmentState } from '../fulfillment/fulfillment-order.ts';
import { orderStatus } from './order-status.ts';

const AT = '2026-01-31T12:00:00.000Z';
const states: Record<string, FulfillmentState> = {
  open: { status: 'open' },
  acknowledged: { status: 'acknowledged' },
  picking: { status: 'picking', waveId: 'W' },
  packed: { status: 'packed' },
  ready: { status: 'ready', stagingLocation: 'P1', at: AT },
  shipped: { status: 'shipped', trackingNumber: 'T', at: AT },
  handed_over: { status: 'handed_over', at: AT },
  rejected: { status: 'rejected', reason: 'closed' },
  cancelled: { status: 'cancelled' },
};

describe('orderStatus', () => {
  it.each([
    ['open', ['open'], 0],
    ['open', ['open', 'acknowledged', 'rejected'], 0],
    ['in_progress', ['picking', 'open'], 0],
    ['in_progress', ['shipped', 'open'], 0],
    ['in_progress', ['packed'], 0],
    ['ready', ['ready'], 0],
    ['ready', ['shipped', 'ready'], 0],
    ['in_progress', ['ready', 'open'], 0],
    ['fulfilled', ['shipped', 'handed_over', 'rejected'], 0],
    ['fulfilled', ['shipped', 'cancelled'], 0],
    ['cancelled', ['cancelled', 'rejected'], 0],
    ['cancelled', [], 0],
    ['backordered', [], 1],
    ['backordered', ['shipped'], 2],
  ])('[P6] %s from %j with %i units backordered', (status, found, backordered) => {
    const orders = found.map((name) => ({ state: states[name] ?? { status: 'open' as const } }));
    expect(orderStatus([{ backordered }], orders)).toBe(status);
  });
});
