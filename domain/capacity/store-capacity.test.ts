import { expect, it } from 'vitest';
import { AT, STORE } from '../../test/support/examples.ts';
import { pauseAt, type StoreCapacity } from './store-capacity.ts';

it('a pause ends by itself', () => {
  const until = '2026-03-02T12:00:00.000Z';
  const paused: StoreCapacity = { storeId: STORE, paused: { at: AT, until, reason: 'too_busy', by: 'A1' }, ordersADay: 5 };
  expect(pauseAt(paused, Date.parse(until) - 1)).toBe(paused.paused);
  expect(pauseAt(paused, Date.parse(until))).toBeNull();
  expect(pauseAt({ ...paused, paused: null }, Date.parse(AT))).toBeNull();
  expect(pauseAt(undefined, Date.parse(AT))).toBeNull();
});
