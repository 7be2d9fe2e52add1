import { expect, it } from 'vitest';
import { daysAfter, daysBetween } from './calendar-day.ts';

it.each([
  ['2026-02-27', 3, '2026-03-02'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-10-24', 3, '2026-10-27'],
  ['2026-03-02', 0, '2026-03-02'],
])('counts days by the calendar: %s and %d', (date, days, after) => {
  expect([daysAfter(date, days), daysBetween(date, after)]).toEqual([after, days]);
});
