import { expect, it } from 'vitest';
import { daysOf, periodBefore, periodOf } from './period.ts';

it.each([
  ['today', '2026-03-29', '2026-03-29', '2026-03-29'],
  ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
  ['week', '2026-03-03', '2026-02-25', '2026-03-03'],
  ['month', '2026-03-01', '2026-03-01', '2026-03-01'],
  ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
  ['lastMonth', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['lastMonth', '2024-03-31', '2024-02-01', '2024-02-29'],
] as const)('%s on %s is %s to %s', (preset, today, from, to) => expect(periodOf(preset, today)).toEqual({ from, to }));

it.each([
  ['weeks', '2026-03-04', '2026-03-04', '2026-02-25', '2026-02-25'],
  ['weeks', '2026-02-26', '2026-03-04', '2026-02-19', '2026-02-25'],
  ['weeks', '2026-03-01', '2026-03-31', '2026-01-25', '2026-02-24'],
  ['year', '2026-03-04', '2026-03-04', '2025-03-05', '2025-03-05'],
  ['year', '2024-02-26', '2024-03-03', '2023-02-27', '2023-03-05'],
] as const)('the %s before %s to %s are %s to %s: the same weekdays', (comparison, from, to, earlier, until) => {
  const before = periodBefore({ from, to }, comparison);
  expect(before).toEqual({ from: earlier, to: until });
  expect(new Date(before.from).getUTCDay()).toBe(new Date(from).getUTCDay());
});

it('has each day once, also where the clocks change', () => {
  expect(daysOf({ from: '2026-10-24', to: '2026-10-27' })).toEqual(['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27']);
});
