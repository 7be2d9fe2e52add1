import { describe, expect, it } from 'vitest';
import type { FulfillmentState } from '../../../domain/fulfillment/fulfillment-order.ts';
import { fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { arrivalWords, endsIn, promiseWords, urgencyOf } from './promise.ts';

const PLACED = '2026-03-02T09:00:00.000Z';
const at = (time: string) => Date.parse(`2026-03-02T${time}:00.000Z`);
const orderIn = (state: FulfillmentState) => fulfillmentOrderOf({ kind: 'pickup', placedAt: PLACED, state });
const said = (state: FulfillmentState, time: string) => promiseWords(orderIn(state), 120, 0, at(time))?.replace(/\s/gu, ' ');

describe('the promise of a pickup', () => {
  it.each<[string, FulfillmentState, string, ReturnType<typeof urgencyOf>, string | undefined]>([
    ['has time', { status: 'open' }, '09:10', 'fine', 'due in 1 hr 50 min'],
    ['half an hour before it is due', { status: 'open' }, '10:30', 'fine', 'due in 30 min'],
    ['less than that before', { status: 'picking', waveId: 'W' }, '10:31', 'soon', 'due in 29 min'],
    ['at the minute', { status: 'picked' }, '11:00', 'soon', 'due in 0 min'],
    ['after it', { status: 'picked' }, '11:12', 'late', '12 min late'],
    ['is ready', { status: 'ready', stagingLocation: 'P', at: '2026-03-02T09:30:00.000Z' }, '11:30', null, 'since 2 hr'],
    ['is done', { status: 'cancelled' }, '11:30', null, undefined],
  ])('%s', (_, state, time, urgency, sentence) => {
    expect(urgencyOf(orderIn(state), 120, at(time))).toBe(urgency);
    expect(said(state, time)).toBe(sentence);
  });

  it('tells of a ready one when it ends, once that is near', () => {
    const ready = orderIn({ status: 'ready', stagingLocation: 'P', at: '2026-03-01T12:00:00.000Z' });
    const words = (days: number, time: string) => promiseWords(ready, 120, days, at(time))?.replace(/\s/gu, ' ');
    expect(words(2, '11:30')).toBe('since 23 hr');
    expect(words(2, '12:30')).toBe('since 24 hr · ends in 23 hr');
    expect(words(1, '12:30')).toBe('since 24 hr · ends in 0 min');
    expect(endsIn(ready, 0, at('12:30'))).toBeNull();
    expect(endsIn({ ...ready, keepUntil: '2026-03-09T12:00:00.000Z' }, 1, at('12:30'))).toBeNull();
  });

  it('says since when its customer waits outside, where and in which car, while the order goes on', () => {
    const outside = (state: FulfillmentState, bay: string | null, car: string | null) =>
      arrivalWords({ ...orderIn(state), arrival: { at: '2026-03-02T11:00:00.000Z', bay, car } }, at('11:04'))?.replace(/\s/gu, ' ');
    expect(outside({ status: 'open' }, '3', 'red hatchback')).toBe('Outside for 4 min · bay 3 · red hatchback');
    expect(outside({ status: 'open' }, null, null)).toBe('Outside for 4 min');
    expect(outside({ status: 'cancelled' }, '3', null)).toBeUndefined();
    expect(arrivalWords(orderIn({ status: 'open' }), at('11:04'))).toBeNull();
  });

  it('is what the shop said, where it said something', () => {
    const order = { ...orderIn({ status: 'open' }), promisedAt: '2026-03-02T16:00:00.000Z' };
    expect(urgencyOf(order, 120, at('15:00'))).toBe('fine');
    expect(urgencyOf(order, 120, at('16:01'))).toBe('late');
  });
});
