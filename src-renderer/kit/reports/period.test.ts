import { expect, it } from 'vitest';
import { daysOf, periodOf } from './period.ts';

it.each([
  ['today', '2026-03-29', '2026-03-29', '2026-03-29'],
  ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
  ['week', '2026-03-03', '2026-02-25', '2026-03-03'],
  ['month', '2026-03-01', '2026-03-01', '2026-03-01'],
  ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
  ['lastMonth', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['lastMonth', '2024-03-31', '2024-02-01', '2024-02-29'],
] as const)('%s on %s is %s to %s', (preset, today, from, to) => expect(periodOf(preset, today)).toEqual({ from, to }));

it('has each day once, also where the clocks change', () => {
  expect(daysOf({ from: '2026-10-24', to: '2026-10-27' })).toEqual(['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27']);
});
