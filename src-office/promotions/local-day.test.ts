import { expect, it } from 'vitest';
import { dayBefore, dayOf, timeOf } from './local-day.ts';

it('is the day and the time of this computer', () => {
  const at = new Date(2026, 2, 1, 9, 5);
  expect([dayOf(at), dayBefore(at), timeOf(at)]).toEqual(['2026-03-01', '2026-02-28', '09:05']);
  expect(dayBefore(new Date(2026, 0, 1))).toBe('2025-12-31');
});
