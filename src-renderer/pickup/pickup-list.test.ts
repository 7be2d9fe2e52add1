import { describe, expect, it } from 'vitest';
import { fulfillmentOrderOf } from '../../test/support/examples.ts';
import { hashPickupCode } from '../../domain/fulfillment/advance-order.ts';
import type { FulfillmentOrder, FulfillmentState } from '../../domain/fulfillment/fulfillment-order.ts';
import { findPickup, groupPickups } from './pickup-list.ts';

const at = '2026-03-02T10:00:00.000Z';
const ready: FulfillmentState = { status: 'ready', stagingLocation: 'Shelf 1', at };
const pickup = (orderNumber: string, state: FulfillmentState, name: string, kind: 'pickup' | 'ship' = 'pickup'): FulfillmentOrder =>
  fulfillmentOrderOf({ id: orderNumber, orderNumber, state, kind, customer: { name, email: null, phone: null }, pickupCodeHash: hashPickupCode(orderNumber, 'K7P2') });

const all = [
  pickup('WEB-10', { status: 'open' }, 'Blue Kettle'), pickup('WEB-9', { status: 'acknowledged' }, 'Café Noir'), pickup('WEB-3', { status: 'picking', waveId: 'W' }, 'Green Door'),
  pickup('WEB-4', { status: 'picked' }, 'Blue Door'), pickup('WEB-5', ready, 'Red Lamp'), pickup('WEB-6', { status: 'handed_over', at }, 'Blue Lamp'),
  pickup('WEB-7', { status: 'open' }, 'Blue Parcel', 'ship'),
];
const shown = (search: string) => Object.fromEntries(groupPickups(all, search).map((group) => [group.step, group.orders.map((order) => order.orderNumber)]));

describe('groupPickups', () => {
  it('groups by what is to be done next and hides what is done', () => {
    expect(shown('')).toEqual({ prepare: ['WEB-3', 'WEB-9', 'WEB-10'], stage: ['WEB-4'], ready: ['WEB-5'] });
  });

  it.each([
    ['blue', { prepare: ['WEB-10'], stage: ['WEB-4'], ready: [], done: ['WEB-6'] }],
    ['lamp BLUE', { prepare: [], stage: [], ready: [], done: ['WEB-6'] }],
    ['cafe', { prepare: ['WEB-9'], stage: [], ready: [], done: [] }],
    ['web-5', { prepare: [], stage: [], ready: ['WEB-5'], done: [] }],
    ['Ketle', { prepare: ['WEB-10'], stage: [], ready: [], done: [] }],
    ['nobody', { prepare: [], stage: [], ready: [], done: [] }],
  ])('finds %j by number or name, in any case, with or without accents', (search, expected) => {
    expect(shown(search)).toEqual(expected);
  });
});

describe('findPickup', () => {
  it.each([
    ['web-10', 'WEB-10'],
    [' WEB-6 ', 'WEB-6'],
    ['k7p2', 'WEB-5'],
    ['WEB-7', undefined],
    ['WEB', undefined],
    ['', undefined],
  ])('%j leads to %s', (code, orderNumber) => {
    expect(findPickup(all, code)?.orderNumber).toBe(orderNumber);
  });
});
