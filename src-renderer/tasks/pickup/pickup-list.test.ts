import { describe, expect, it } from 'vitest';
import { fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { hashPickupCode } from '../../../domain/fulfillment/pickup-code.ts';
import type { FulfillmentOrder, FulfillmentState } from '../../../domain/fulfillment/fulfillment-order.ts';
import { pickupsByCode, pickupsByNumber } from './pickup-list.ts';

const at = '2026-03-02T10:00:00.000Z';
const ready: FulfillmentState = { status: 'ready', stagingLocation: 'Shelf 1', at };
const pickup = (
  id: string,
  orderNumber: string,
  state: FulfillmentState,
  code = 'K7P2',
  kind: 'pickup' | 'ship' = 'pickup',
): FulfillmentOrder => fulfillmentOrderOf({ id, orderNumber, state, kind, pickupCodeHash: hashPickupCode(orderNumber, code) });

const all = [
  pickup('1', 'WEB-10', { status: 'open' }),
  pickup('2', 'WEB-5', ready),
  pickup('3', 'WEB-6', { status: 'handed_over', at }),
  pickup('4', 'WEB-7', { status: 'open' }, 'K7P2', 'ship'),
  pickup('5', 'WEB-8', ready),
  pickup('6', 'WEB-9', ready, '1111'),
  pickup('7', 'WEB-11', { status: 'rejected', reason: 'damaged' }),
  pickup('8', 'WEB-11', { status: 'open' }),
];
const ids = (orders: readonly FulfillmentOrder[]) => orders.map((order) => order.id);

describe('a whole order number', () => {
  it.each([
    ['web-10', ['1']],
    [' WEB-6 ', ['3']],
    ['WEB-11', ['8']],
    ['WEB-7', []],
    ['WEB', []],
    ['', []],
    ['K7P2', []],
  ])('%j leads to %j', (code, found) => {
    expect(ids(pickupsByNumber(all, code))).toEqual(found);
  });
});

describe('a pickup code', () => {
  it.each([
    ['k7p2', ['2', '5']],
    [' 1111 ', ['6']],
    ['WEB-10', []],
    ['', []],
  ])('%j leads to every ready order that has it: %j', (code, found) => {
    expect(ids(pickupsByCode(all, code))).toEqual(found);
  });
});
