import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { AT, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { shipNews, shipUrgency, shipUrgencyWords } from './ship-urgency.ts';

const MINUTE = 60_000;
const now = Date.parse(AT);
const dueIn = (minutes: number, more: Partial<FulfillmentOrder> = {}) =>
  fulfillmentOrderOf({ kind: 'ship', state: { status: 'open' }, promisedAt: new Date(now + minutes * MINUTE).toISOString(), ...more });

describe('how near the promise of an order to ship is', () => {
  it.each<[number, ReturnType<typeof shipUrgency>, string | null]>([
    [-12, 'late', '12 min late'],
    [0, 'soon', 'due in 0 min'],
    [18, 'soon', 'due in 18 min'],
    [119, 'soon', 'due in 1 hr 59 min'],
    [120, 'fine', null],
  ])('in %d minutes: %s', (minutes, urgency, said) => {
    expect([shipUrgency(dueIn(minutes), now), shipUrgencyWords(dueIn(minutes), now)]).toEqual([urgency, said]);
  });

  it('counts until the carrier has it', () => {
    expect(shipUrgency(dueIn(-1, { state: { status: 'packed' } }), now)).toBe('late');
    expect(shipUrgency(dueIn(-1, { state: { status: 'shipped', trackingNumber: 'T', at: AT } }), now)).toBeNull();
  });

  it('asks nothing of pickups, which have a promise of their own, nor of what nobody promised', () => {
    expect(shipUrgency(dueIn(-1, { kind: 'pickup' }), now)).toBeNull();
    expect(shipUrgency(fulfillmentOrderOf({ kind: 'ship', state: { status: 'open' } }), now)).toBeNull();
  });
});

it('news are made of what nobody picks, what is late, and what is about to be', () => {
  const orders = [
    dueIn(-5, { id: 'LATE', state: { status: 'packed' } }),
    dueIn(30, { id: 'SOON' }),
    dueIn(600, { id: 'FINE' }),
    dueIn(-5, { id: 'GONE', state: { status: 'cancelled' } }),
    dueIn(-5, { id: 'PICKUP', kind: 'pickup' }),
  ];
  expect(shipNews(orders, now)).toEqual({ waiting: ['SOON', 'FINE'], late: ['LATE'], soon: ['SOON'] });
});
