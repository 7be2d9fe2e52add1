import { expect, it } from 'vitest';
import type { OrderStatus } from '../../domain/orders/order-intake.ts';
import { promiseWords } from './promise-words.ts';

const NOW = Date.parse('2026-11-28T12:00:00.000Z');

it.each<[string | null, OrderStatus, string, string]>([
  [null, 'open', 'None', 'none'],
  ['2026-11-28T11:48:00.000Z', 'open', '12 min late', 'late'],
  ['2026-11-26T12:00:00.000Z', 'backordered', '2 days late', 'late'],
  ['2026-11-28T12:00:00.000Z', 'ready', 'in 0 min', 'soon'],
  ['2026-11-28T13:50:00.000Z', 'in_progress', 'in 1 hr 50 min', 'soon'],
  ['2026-11-28T17:00:00.000Z', 'open', 'in 5 hr', 'fine'],
  ['2026-12-01T17:00:00.000Z', 'open', 'Dec 1, 5:00 PM', 'fine'],
  // What is done is not late any more.
  ['2026-11-28T11:48:00.000Z', 'fulfilled', '11:48 AM', 'none'],
  ['2026-11-28T11:48:00.000Z', 'cancelled', '11:48 AM', 'none'],
])('says of a promise for %s, %s: %s', (promisedAt, status, text, tone) => {
  expect(promiseWords({ promisedAt, status }, NOW, 'UTC')).toEqual({ text, tone });
});
