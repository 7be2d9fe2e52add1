import { describe, expect, it } from 'vitest';
import { AT } from '../../test/support/examples.ts';
import { applyTo, orderAfter, orderIn } from '../../test/support/fulfillment.ts';
import { noteArrival } from './arrive.ts';
import type { FulfillmentOrder, FulfillmentState } from './fulfillment-order.ts';
import { customerArrived } from './operations.ts';

const BEFORE = '2026-03-02T09:00:00.000Z';
const pickupIn = (state: FulfillmentState): FulfillmentOrder => ({ ...orderIn(state), kind: 'pickup' });
const ready = pickupIn({ status: 'ready', stagingLocation: 'P3', at: AT });
const arrive = (order: FulfillmentOrder, bay: string | null) =>
  applyTo(order, { type: 'customer_arrived', payload: { fulfillmentOrderId: order.id, bay } });

describe('a customer who waits outside', () => {
  it.each([
    ['3', '3'],
    [' 3 ', '3'],
    ['', null],
  ])('at %j is noted at %j', (typed, bay) => {
    const decision = noteArrival(ready, typed);
    expect(decision).toMatchObject({ ok: true, value: { payload: { fulfillmentOrderId: ready.id, bay } } });
    if (decision.ok) expect(customerArrived.payload.parse(decision.value.payload)).toEqual(decision.value.payload);
  });

  it('may come before the order is ready, and not after it has ended', () => {
    expect(noteArrival(pickupIn({ status: 'open' }), '3').ok).toBe(true);
    expect(noteArrival(pickupIn({ status: 'handed_over', at: AT }), '3')).toEqual({ ok: false, refusal: 'order_has_ended' });
    expect(noteArrival({ ...ready, kind: 'ship' }, '3')).toEqual({ ok: false, refusal: 'not_ready' });
  });

  it('has arrived once: a second press records nothing, another bay does', () => {
    const there = { ...ready, arrival: { at: BEFORE, bay: '3', car: null } };
    expect(noteArrival(there, '3')).toEqual({ ok: false, refusal: 'already_arrived' });
    expect(noteArrival(there, '')).toEqual({ ok: false, refusal: 'already_arrived' });
    expect(noteArrival(there, '4').ok).toBe(true);
  });

  it('has waited since the first time, with the car that the web shop told', () => {
    expect(orderAfter(arrive(ready, '3'))?.arrival).toEqual({ at: AT, bay: '3', car: null });
    const told = { ...ready, arrival: { at: BEFORE, bay: null, car: 'red hatchback' } };
    expect(orderAfter(arrive(told, '4'))?.arrival).toEqual({ at: BEFORE, bay: '4', car: 'red hatchback' });
    expect(orderAfter(arrive(told, null))?.arrival).toEqual(told.arrival);
  });

  it('[A2] is forgotten with the car once the goods are handed over', () => {
    const there = { ...ready, arrival: { at: BEFORE, bay: '3', car: 'red hatchback' } };
    const payload = { fulfillmentOrderId: there.id, verifiedBy: 'vouched', lines: [{ lineNo: 1, sku: 'A', quantity: 1 }] } as const;
    expect(orderAfter(applyTo(there, { type: 'order_handed_over', payload }))).not.toHaveProperty('arrival');
  });

  it('waits for nothing where the order has ended meanwhile', () => {
    expect(arrive(pickupIn({ status: 'cancelled' }), '3')).toEqual([]);
  });
});
