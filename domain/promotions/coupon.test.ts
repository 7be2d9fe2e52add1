import { expect, it } from 'vitest';
import { codeTailOf, couponId, customerUseId } from './coupon.ts';

it('[A2] the id of a code tells no more of it than the end of a long one', () => {
  expect(couponId('P', 'WINTER-4821')).toMatch(/^CP-4821-[0-9a-f]{32}$/);
  expect(couponId('P', 'TEN')).toMatch(/^CP-[0-9a-f]{32}$/);
  expect([codeTailOf(couponId('P', 'WINTER-4821')), codeTailOf(couponId('P', 'TEN')), codeTailOf('other')]).toEqual(['4821', null, null]);
});

it('is another one for each code and for each promotion', () => {
  const ids = [couponId('P', 'TEN'), couponId('P', 'ten'), couponId('Q', 'TEN'), couponId('P', 'TWENTY')];
  expect(new Set(ids).size).toBe(4);
  expect(couponId('P', 'TEN')).toBe(ids[0]);
});

it('[A2] the uses of a customer do not tell who it is, and are apart from those of a code', () => {
  const of = (id: string, customerId: string) => customerUseId({ id, customerPeriod: 'ever' }, customerId, '2026-11-26');
  expect(of('P', 'C-1')).toMatch(/^CU-[0-9a-f]{32}$/);
  expect(new Set([of('P', 'C-1'), of('Q', 'C-1'), of('P', 'C-2'), couponId('P', 'C-1')]).size).toBe(4);
});

it.each([
  ['ever', 1],
  ['year', 2],
  ['month', 3],
] as const)('the uses of a customer begin anew with each %s of the calendar where a promotion says so', (customerPeriod, periods) => {
  const dates = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'];
  expect(new Set(dates.map((date) => customerUseId({ id: 'P', customerPeriod }, 'C-1', date))).size).toBe(periods);
});
