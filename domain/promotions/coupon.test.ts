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
  expect(customerUseId('P', 'C-1')).toMatch(/^CU-[0-9a-f]{32}$/);
  expect(new Set([customerUseId('P', 'C-1'), customerUseId('Q', 'C-1'), customerUseId('P', 'C-2'), couponId('P', 'C-1')]).size).toBe(4);
});
