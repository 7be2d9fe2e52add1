import { describe, expect, it } from 'vitest';
import { AT, operationOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import {
  applyOrderLimitSet,
  applyOrdersPaused,
  applyOrdersResumed,
  limitOrders,
  type OrderLimitSet,
  type OrdersPaused,
  type OrdersResumed,
  pauseOrders,
  resumeOrders,
} from './change-capacity.ts';
import { capacityGrown, storeCapacityDocument } from './documents.ts';
import type { StoreCapacity } from './store-capacity.ts';

const NOW = Date.parse(AT);
const UNTIL = '2026-03-02T12:00:00.000Z';
const paused: StoreCapacity = { storeId: STORE, paused: { at: AT, until: UNTIL, reason: 'too_busy', by: 'A1' }, ordersADay: 5 };
const knowing = (capacity: StoreCapacity) => DocumentMap.of(storeCapacityDocument, capacity);
const NOTHING = new DocumentMap();

describe('a pause', () => {
  it('has an end, after a week at the latest', () => {
    expect(pauseOrders(2, 'too_busy', NOW)).toEqual({
      ok: true,
      value: { type: 'orders_paused', payload: { until: UNTIL, reason: 'too_busy' } },
    });
    for (const hours of [0, 1.5, 169]) expect(pauseOrders(hours, 'other', NOW)).toEqual({ ok: false, refusal: 'quantity_not_valid' });
  });

  it('is of the store that recorded it, keeps the limit, and the last one counts', () => {
    const operation = operationOf({ type: 'orders_paused', payload: { until: UNTIL, reason: 'no_driver' } }) as OrdersPaused;
    expect(storeCapacityDocument.in(applyOrdersPaused(knowing(paused), operation))).toEqual([
      { ...paused, paused: { at: operation.at, until: UNTIL, reason: 'no_driver', by: operation.associateId } },
    ]);
    expect(storeCapacityDocument.in(applyOrdersPaused(NOTHING, operation))).toMatchObject([{ storeId: STORE, ordersADay: null }]);
  });

  it('is ended once, and then orders that wait may go there', () => {
    expect(resumeOrders(paused, NOW)).toEqual({ ok: true, value: { type: 'orders_resumed', payload: {} } });
    expect(resumeOrders(paused, Date.parse(UNTIL))).toEqual({ ok: false, refusal: 'not_paused' });
    expect(resumeOrders(undefined, NOW)).toEqual({ ok: false, refusal: 'not_paused' });
    const operation = operationOf({ type: 'orders_resumed', payload: {} }) as OrdersResumed;
    const effects = applyOrdersResumed(knowing(paused), operation);
    expect(storeCapacityDocument.in(effects)).toEqual([{ storeId: STORE, paused: null, ordersADay: 5 }]);
    expect(capacityGrown.in(effects)).toEqual([{ storeId: STORE }]);
    expect(applyOrdersResumed(knowing({ ...paused, paused: null }), operation)).toEqual([]);
  });
});

describe('a limit', () => {
  it('is a whole number, or none', () => {
    expect(limitOrders(0)).toEqual({ ok: true, value: { type: 'order_limit_set', payload: { ordersADay: 0 } } });
    expect(limitOrders(null)).toEqual({ ok: true, value: { type: 'order_limit_set', payload: { ordersADay: null } } });
    for (const orders of [-1, 1.5, 10_001]) expect(limitOrders(orders)).toEqual({ ok: false, refusal: 'quantity_not_valid' });
  });

  it.each([
    [5, null, true],
    [5, 6, true],
    [5, 4, false],
    [null, 4, false],
  ])('from %s to %s lets orders that wait go there: %s', (before, ordersADay, grows) => {
    const operation = operationOf({ type: 'order_limit_set', payload: { ordersADay } }) as OrderLimitSet;
    const effects = applyOrderLimitSet(knowing({ ...paused, ordersADay: before }), operation);
    expect(storeCapacityDocument.in(effects)).toEqual([{ ...paused, ordersADay }]);
    expect(capacityGrown.in(effects)).toHaveLength(grows ? 1 : 0);
  });
});
