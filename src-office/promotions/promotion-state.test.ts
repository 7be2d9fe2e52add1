import { expect, it } from 'vitest';
import { endedNow, stateOf } from './promotion-state.ts';

const dates = { startsOn: '2026-11-10', endsOn: '2026-11-20', budgetMinor: null, maxUses: null };

it.each([
  ['2026-11-09', dates, undefined, 'coming'],
  ['2026-11-10', dates, undefined, 'running'],
  ['2026-11-20', dates, { amountMinor: 9_999, uses: 99 }, 'running'],
  ['2026-11-21', { ...dates, budgetMinor: 1 }, { amountMinor: 1, uses: 1 }, 'over'],
  ['2026-11-15', { ...dates, budgetMinor: 100 }, { amountMinor: 99, uses: 1 }, 'running'],
  ['2026-11-15', { ...dates, budgetMinor: 100 }, { amountMinor: 100, uses: 1 }, 'spent'],
  ['2026-11-15', { ...dates, budgetMinor: 100 }, undefined, 'running'],
  ['2026-11-15', { ...dates, maxUses: 3 }, { amountMinor: 5, uses: 2 }, 'running'],
  ['2026-11-15', { ...dates, maxUses: 3 }, { amountMinor: 5, uses: 3 }, 'used_up'],
] as const)('on %s, %j with %j is %s', (today, promotion, use, state) => {
  expect(stateOf(promotion, use, today)).toBe(state);
});

it('ends with yesterday, and one that began today with today', () => {
  expect([endedNow(dates, '2026-11-14'), endedNow(dates, '2026-11-09')]).toEqual(['2026-11-14', '2026-11-10']);
});
