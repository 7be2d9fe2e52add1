import { describe, expect, it } from 'vitest';
import { againstTerms, type BoughtGoods, whyStays } from './return-terms.ts';
import type { ReturnWindow } from './settings.ts';

const window: ReturnWindow = {
  days: 30,
  categories: [
    { category: 'Electronics', days: 14 },
    { category: 'Tools', days: null },
  ],
  never: ['Food'],
};
const goods = (given: Partial<BoughtGoods> = {}): BoughtGoods => ({ boughtOn: '2026-02-27', category: 'Toys', isFinal: false, ...given });

describe('the terms of a return', () => {
  it.each<[string, Partial<BoughtGoods>, string, string | null]>([
    ['the last day', {}, '2026-03-29', null],
    ['a day later', {}, '2026-03-30', '2026-03-29'],
    ['the day of the sale', {}, '2026-02-27', null],
    ['the shorter time of a category', { category: 'Electronics' }, '2026-03-14', '2026-03-13'],
    ['a category without a limit', { category: 'Tools' }, '2030-01-01', null],
    ['goods of which nobody knows when they were bought', { boughtOn: null }, '2030-01-01', null],
  ])('on %s', (_what, given, today, until) => {
    expect(whyStays(goods(given), window, today)?.until ?? null).toBe(until);
  });

  it('says which term speaks against it', () => {
    expect(whyStays(goods(), window, '2026-04-01')).toEqual({ term: 'window', until: '2026-03-29' });
  });

  it.each([{ isFinal: true }, { category: 'Food' }])('never take back %j', (given) => {
    expect(whyStays(goods(given), window, '2026-02-27')).toEqual({ term: 'final_sale', until: null });
  });

  it('take everything back where the company has said nothing', () => {
    expect(whyStays(goods(), { days: null, categories: [], never: [] }, '2030-01-01')).toBeNull();
  });

  it('[A1] ask the roles for each line that goes against them, by what it gives back, and for a fee that is waived', () => {
    const lines = [
      { refundMinor: 500 },
      { refundMinor: 700, against: { term: 'window', approvedBy: 'M' } as const },
      { refundMinor: 900, against: { term: 'final_sale', approvedBy: null } as const },
      { refundMinor: 100, against: { term: 'window', approvedBy: 'M', byBadge: true } as const },
      { refundMinor: 800, feeWaived: { amountMinor: 80, approvedBy: 'M' } },
    ];
    expect(againstTerms(lines)).toEqual([
      { weight: 700, approvers: ['M'] },
      { weight: 900, approvers: [] },
      { weight: 100, approvers: ['M'], byBadge: ['M'] },
      { weight: 80, approvers: ['M'] },
    ]);
  });
});
