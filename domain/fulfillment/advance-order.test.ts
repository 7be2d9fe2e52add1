import { WAVE_LIMIT } from './payloads.ts';
import { describe, expect, it } from 'vitest';
import { fulfillmentOrderOf } from '../../test/support/examples.ts';
import type { Refusal } from '../base/refusal.ts';
import { handOverOrder, hashPickupCode, packOrder, rejectOrder, shipOrder, stageOrder, startPicking } from './advance-order.ts';
import type { FulfillmentOrder, FulfillmentState, FulfillmentStatus } from './fulfillment-order.ts';
import { orderHandedOver, orderPacked, orderRejected, orderShipped, orderStaged, pickingStarted } from './operations.ts';

const at = '2026-03-02T10:00:00.000Z';
const STATES: readonly FulfillmentState[] = [
  { status: 'open' },
  { status: 'acknowledged' },
  { status: 'picking', waveId: 'W' },
  { status: 'picked' },
  { status: 'packed' },
  { status: 'ready', stagingLocation: 'Shelf 1', at },
  { status: 'handed_over', at },
  { status: 'shipped', trackingNumber: 'T', at },
  { status: 'rejected', reason: 'too_busy' },
  { status: 'cancelled' },
  { status: 'expired' },
];
const ENDS: readonly FulfillmentStatus[] = ['handed_over', 'shipped', 'rejected', 'cancelled', 'expired'];

const orderIn = (state: FulfillmentState): FulfillmentOrder =>
  fulfillmentOrderOf({ orderNumber: 'WEB-7', pickupCodeHash: hashPickupCode('WEB-7', 'K7P2'), state });

const steps = [
  ['packOrder', (order: FulfillmentOrder) => packOrder(order), 'picked', 'not_fully_picked', orderPacked],
  ['stageOrder', (order: FulfillmentOrder) => stageOrder(order, ' Shelf 2 '), 'picked', 'not_fully_picked', orderStaged],
  ['handOverOrder', (order: FulfillmentOrder) => handOverOrder(order, ' k7p2'), 'ready', 'not_ready', orderHandedOver],
  ['shipOrder', (order: FulfillmentOrder) => shipOrder(order, ' 1Z '), 'packed', 'not_packed', orderShipped],
] as const;

describe.each(steps)('%s', (_name, decide, from, otherwise: Refusal, schema) => {
  it.each(STATES)(`from %o only when ${from}`, (state) => {
    const decision = decide(orderIn(state));
    if (state.status === from) {
      expect(decision.ok && schema.payload.parse(decision.value.payload)).toEqual(decision.ok && decision.value.payload);
      expect(decision.ok).toBe(true);
    } else {
      expect(decision).toEqual({ ok: false, refusal: ENDS.includes(state.status) ? 'order_has_ended' : otherwise });
    }
  });
});

describe('rejectOrder', () => {
  it.each(STATES)('takes an order in state %o unless it has ended', (state) => {
    const decision = rejectOrder(orderIn(state), 'too_busy');
    expect(decision.ok).toBe(!ENDS.includes(state.status));
    if (decision.ok) expect(orderRejected.payload.parse(decision.value.payload)).toEqual({ fulfillmentOrderId: 'F1', reason: 'too_busy' });
  });
});

describe('startPicking', () => {
  it('takes what waits and leaves the rest', () => {
    const orders = STATES.map((state, index) => fulfillmentOrderOf({ id: `F${index}`, state }));
    expect(startPicking(orders, 'W')).toEqual({
      ok: true,
      value: { type: 'picking_started', payload: { waveId: 'W', fulfillmentOrderIds: ['F0', 'F1'] } },
    });
  });

  it('refuses when nothing waits', () => {
    expect(startPicking([], 'W')).toEqual({ ok: false, refusal: 'nothing_to_pick' });
    expect(startPicking([orderIn({ status: 'picked' })], 'W')).toEqual({ ok: false, refusal: 'nothing_to_pick' });
  });

  it('never makes a wave that the journal would not take', () => {
    const decision = startPicking(
      Array.from({ length: WAVE_LIMIT + 1 }, (_, index) => fulfillmentOrderOf({ id: `F${index}` })),
      'W',
    );
    expect(decision.ok && pickingStarted.payload.safeParse(decision.value.payload).success).toBe(true);
  });
});

describe('what has to be typed', () => {
  it.each(['', 'K7P3', 'WEB-7', 'K7P2K7P2'])('a pickup is not handed over against %j', (code) => {
    expect(handOverOrder(orderIn({ status: 'ready', stagingLocation: 'S', at }), code)).toEqual({
      ok: false,
      refusal: 'wrong_pickup_code',
    });
  });

  it('the code of one order does not open another, nor one without a code', () => {
    const ready = orderIn({ status: 'ready', stagingLocation: 'S', at });
    expect(handOverOrder({ ...ready, orderNumber: 'WEB-8' }, 'K7P2')).toEqual({ ok: false, refusal: 'wrong_pickup_code' });
    expect(handOverOrder({ ...ready, pickupCodeHash: null }, '')).toEqual({ ok: false, refusal: 'wrong_pickup_code' });
  });

  it('keeps its pickup code hash, which the server writes and the register checks', () => {
    expect(hashPickupCode('WEB-7', 'K7P2')).toBe('2deb1ab70c37ef473123ddaea2bbd026d98a407a9312ff8744df77847ca5571e');
  });

  it('asks for a staging location and a tracking number', () => {
    expect(stageOrder(orderIn({ status: 'picked' }), '  ')).toEqual({ ok: false, refusal: 'staging_location_missing' });
    expect(shipOrder(orderIn({ status: 'packed' }), '  ')).toEqual({ ok: false, refusal: 'tracking_number_missing' });
  });
});
