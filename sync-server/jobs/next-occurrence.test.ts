import { describe, expect, it } from 'vitest';
import { nextOccurrence } from './next-occurrence.ts';

const HOUR = 3_600_000;
const daily = { daily: '0 3 * * *' };

describe('when a recurring job comes next', () => {
  it('is so many milliseconds later, and one waits at a time', () => {
    expect(nextOccurrence({ everyMs: 500 }, new Date(), 'UTC')).toEqual({ key: 'next', inMs: 500 });
  });

  it.each([
    ['today still', '2026-06-10T00:30:00.000Z', 'Europe/Berlin', '2026-06-10', HOUR / 2],
    ['tomorrow, when it is that time now', '2026-06-10T01:00:00.000Z', 'Europe/Berlin', '2026-06-11', 24 * HOUR],
    ['by the date of the zone', '2026-06-10T23:00:00.000Z', 'America/New_York', '2026-06-11', 8 * HOUR],
    ['an hour sooner when clocks go forward', '2026-03-28T02:00:00.000Z', 'Europe/Berlin', '2026-03-29', 23 * HOUR],
    ['an hour later when clocks go back', '2026-10-24T01:00:00.000Z', 'Europe/Berlin', '2026-10-25', 25 * HOUR],
    ['in UTC where the zone is unknown', '2026-06-10T00:00:00.000Z', 'Mars/Olympus', '2026-06-10', 3 * HOUR],
  ])('is at three at night, %s', (_what, now, zone, key, inMs) => {
    expect(nextOccurrence(daily, new Date(now), zone)).toEqual({ key, inMs });
  });
});
