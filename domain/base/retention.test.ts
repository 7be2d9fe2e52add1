import { expect, it } from 'vitest';
import { isOver, type Kept } from './retention.ts';

const days = { ordersInMemory: 14, ordersOnRegisters: 400, salesOnRegisters: 30 };
const now = Date.parse('2026-03-31T10:00:00.000Z');

it.each<[string, Kept, string | null, boolean]>([
  ['what is current, whenever it ended', { while: 'current' }, '2020-01-01T00:00:00.000Z', false],
  ['books', { years: 10 }, '2020-01-01T00:00:00.000Z', false],
  ['what has not ended', { daysAfterEnd: 1 }, null, false],
  ['on its last day', { daysAfterEnd: 1 }, '2026-03-30T10:00:00.000Z', false],
  ['after its last day', { daysAfterEnd: 1 }, '2026-03-30T09:59:59.999Z', true],
  ['within the days that the company says', { daysAfterEnd: 'ordersInMemory' }, '2026-03-18T10:00:00.000Z', false],
  ['after the days that the company says', { daysAfterEnd: 'ordersInMemory' }, '2026-03-16T10:00:00.000Z', true],
  ['each by its own days', { daysAfterEnd: 'salesOnRegisters' }, '2026-03-16T10:00:00.000Z', false],
])('is kept until its time is over: %s', (_what, kept, endedAt, over) => {
  expect(isOver(kept, endedAt, now, days)).toBe(over);
});
