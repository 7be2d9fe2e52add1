import { describe, expect, it } from 'vitest';
import { formatAge, formatLasting, formatClock, formatExactMoment, formatMoment } from './format-time.ts';

describe('a moment', () => {
  it.each([
    ['America/New_York', 'Mar 1, 2026, 11:30 PM'],
    ['Europe/Berlin', 'Mar 2, 2026, 5:30 AM'],
    ['Mars/Olympus', 'Mar 2, 2026, 4:30 AM'],
  ])('is shown by the clock of a store in %s', (timezone, text) => {
    expect(formatMoment('2026-03-02T04:30:00.000Z', timezone).replace(/\s/gu, ' ')).toBe(text);
    const clock = formatClock('2026-03-02T04:30:00.000Z', timezone).replace(/\s/gu, ' ');
    expect(text.endsWith(`, ${clock}`), clock).toBe(true);
  });
});

it.each([
  ['2026-11-01T04:59:00.000Z', 'Nov 1, 2026, 12:59 AM'],
  ['2026-11-01T05:30:00.000Z', 'Nov 1, 2026, 1:30 AM EDT'],
  ['2026-11-01T06:30:00.000Z', 'Nov 1, 2026, 1:30 AM EST'],
  ['2026-11-01T07:00:00.000Z', 'Nov 1, 2026, 2:00 AM'],
])('[J8] %s is told from the other time that the clock shows the same', (at, text) => {
  expect(formatExactMoment(at, 'America/New_York').replace(/\s/gu, ' ')).toBe(text);
});

describe('how long ago something was', () => {
  it.each([
    [0, 'just now'],
    [-5000, 'just now'],
    [45_000, '45 seconds ago'],
    [60_000, '1 minute ago'],
    [59 * 60_000 + 59_000, '59 minutes ago'],
    [3 * 3_600_000, '3 hours ago'],
    [49 * 3_600_000, '2 days ago'],
  ])('%d milliseconds is %s', (age, text) => {
    expect(formatAge(1_000_000_000_000, 1_000_000_000_000 + age)).toBe(text);
  });
});

describe('how long something lasts', () => {
  it.each([
    [59_000, '0 min'],
    [12 * 60_000, '12 min'],
    [60 * 60_000, '1 hr'],
    [110 * 60_000, '1 hr 50 min'],
    [11.5 * 3_600_000, '11 hr'],
    [47.9 * 3_600_000, '47 hr'],
    [49 * 3_600_000, '2 days'],
  ])('%d milliseconds is %s', (ms, text) => {
    expect(formatLasting(ms).replace(/\s/gu, ' ')).toBe(text);
  });
});
