import { describe, expect, it } from 'vitest';
import { couponId, customerUseId } from './coupon.ts';
import { type Promotion, promotion } from './promotion.ts';
import { budgetLeft, codeFor, NOT_NOW, type PromotionContext, whyNotNow } from './promotion-context.ts';

const made = (given: Partial<Promotion>) =>
  promotion.parse({ kind: 'percent_off', id: 'P', name: 'P', startsOn: '2026-11-20', endsOn: '2026-11-30', basisPoints: 1000, ...given });
const context: PromotionContext = {
  date: '2026-11-26',
  time: '10:00',
  storeId: 'S1',
  customerGroups: ['member'],
  codes: ['TEN'],
  used: new Map([['P', { amountMinor: 900, uses: 5 }]]),
  customerId: 'C1',
  usedMinor: new Map([
    [customerUseId({ id: 'P', customerPeriod: 'ever' }, 'C1', '2026-11-26'), 700],
    [customerUseId({ id: 'P', customerPeriod: 'month' }, 'C1', '2026-11-01'), 400],
  ]),
  usedCodes: new Map([
    [couponId('P', 'TEN'), 1],
    [customerUseId({ id: 'P', customerPeriod: 'ever' }, 'C1', '2026-11-26'), 2],
    [customerUseId({ id: 'P', customerPeriod: 'month' }, 'C1', '2026-11-01'), 4],
    [customerUseId({ id: 'P', customerPeriod: 'month' }, 'C1', '2026-10-31'), 9],
    [customerUseId({ id: 'P', customerPeriod: 'year' }, 'C1', '2026-01-01'), 6],
  ]),
};

describe('when, where and for whom a promotion holds', () => {
  // 2026-11-26 is a Thursday.
  const cases: [Partial<Promotion>, string | null][] = [
    [{}, null],
    [{ startsOn: '2026-11-27' }, 'not_yet'],
    [{ startsOn: '2026-11-26', endsOn: '2026-11-26' }, null],
    [{ endsOn: '2026-11-25' }, 'over'],
    [{ weekdays: [4] }, null],
    [{ weekdays: [3, 5, 7] }, 'other_weekday'],
    [{ fromTime: '10:00' }, null],
    [{ fromTime: '10:01' }, 'other_time'],
    [{ untilTime: '10:00' }, 'other_time'],
    [{ fromTime: '22:00', untilTime: '10:01' }, null],
    [{ fromTime: '22:00', untilTime: '09:59' }, 'other_time'],
    [{ storeIds: ['S1', 'S2'] }, null],
    [{ storeIds: ['S2'] }, 'other_store'],
    [{ customerGroups: ['member'] }, null],
    [{ customerGroups: ['staff'] }, 'other_customers'],
    [{ codes: ['TEN', 'TWENTY'] }, null],
    [{ codes: ['TWENTY'] }, 'needs_code'],
    [{ codes: ['TEN'], usesPerCode: 1 }, 'code_used_up'],
    [{ codes: ['TEN'], usesPerCode: 2 }, null],
    [{ maxUses: 5 }, 'used_up'],
    [{ maxUses: 6 }, null],
    [{ maxUsesPerCustomer: 2 }, 'used_up_for_customer'],
    [{ maxUsesPerCustomer: 3 }, null],
    [{ maxUsesPerCustomer: 4, customerPeriod: 'month' }, 'used_up_for_customer'],
    [{ maxUsesPerCustomer: 5, customerPeriod: 'month' }, null],
    [{ maxUsesPerCustomer: 6, customerPeriod: 'year' }, 'used_up_for_customer'],
    [{ maxUsesPerCustomer: 7, customerPeriod: 'year' }, null],
    [{ maxMinorPerCustomer: 700 }, 'spent_for_customer'],
    [{ maxMinorPerCustomer: 701 }, null],
    [{ maxMinorPerCustomer: 400, customerPeriod: 'month' }, 'spent_for_customer'],
    [{ maxMinorPerCustomer: 401, customerPeriod: 'month' }, null],
    [{ maxMinorPerCustomer: 1, customerPeriod: 'year' }, null],
    [{ budgetMinor: 900 }, 'budget_spent'],
    [{ budgetMinor: 901 }, null],
  ];

  it.each(cases)('%j: %s', (given, expected) => {
    expect(whyNotNow(made(given), context)).toBe(expected);
  });

  it('points of a customer are needed where it takes points', () => {
    const dates = { startsOn: '2026-11-20', endsOn: '2026-11-30' };
    const points = promotion.parse({ kind: 'points', id: 'P', name: 'P', ...dates, pointValue: 1000 });
    const reasons = [{}, { points: 0 }, { points: 1 }].map((given) => whyNotNow(points, { ...context, ...given }));
    expect(reasons).toEqual(['needs_points', 'needs_points', null]);
  });

  it('the tables above have every reason', () => {
    expect(new Set([...cases.map(([, reason]) => reason), 'needs_points'])).toEqual(new Set([null, ...NOT_NOW]));
  });

  it('where nothing is known of time, store and customer, what depends on them does not hold', () => {
    const given: Partial<Promotion>[] = [{ fromTime: '00:00' }, { storeIds: ['S1'] }, { customerGroups: ['member'] }, { codes: ['TEN'] }];
    expect(given.map((one) => whyNotNow(made(one), { date: '2026-11-26' }))).toEqual([
      'other_time',
      'other_store',
      'other_customers',
      'needs_code',
    ]);
    expect(whyNotNow(made({ budgetMinor: 1, maxUses: 1, maxUsesPerCustomer: 1 }), { date: '2026-11-26' })).toBeNull();
  });

  it('says which code unlocked it, and what is left of the budget', () => {
    expect([codeFor(made({ codes: ['A', 'TEN'] }), context), codeFor(made({}), context)]).toEqual(['TEN', null]);
    expect([budgetLeft(made({ budgetMinor: 1000 }), context), budgetLeft(made({}), context)]).toEqual([100, Number.POSITIVE_INFINITY]);
  });
});
