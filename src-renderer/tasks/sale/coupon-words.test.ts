import { describe, expect, it } from 'vitest';
import { applyPromotions } from '../../../domain/promotions/apply-promotions.ts';
import { couponId } from '../../../domain/promotions/coupon.ts';
import { promotion } from '../../../domain/promotions/promotion.ts';
import { couponOutcome } from './coupon-words.ts';

const made = (id: string, given: object) =>
  promotion.parse({
    kind: 'percent_off',
    id,
    name: `Off ${id}`,
    startsOn: '2026-11-01',
    endsOn: '2026-11-30',
    basisPoints: 1000,
    ...given,
  });

const promotions = [
  made('TEA', { skus: ['TEA'], codes: ['TEN', 'ONCE'], usesPerCode: 1 }),
  made('CUP', { skus: ['CUP'], codes: ['TEN'] }),
  made('LATE', { skus: ['TEA'], codes: ['LATE'], startsOn: '2026-11-28' }),
];
const line = { sku: 'TEA', quantity: 1, unitPrice: 1_000_000, grossMinor: 1_000 };

function outcome(code: string, date = '2026-11-26') {
  const usedCodes = new Map([[couponId('TEA', 'ONCE'), 1]]);
  const priced = applyPromotions([line], promotions, { date, codes: [code], usedCodes });
  return couponOutcome(code, priced, promotions, 'USD');
}

describe('what a coupon did', () => {
  it.each([
    ['TEN', true, 'Off TEA: −$1.00 · Off CUP: takes off something once its goods are in the sale'],
    ['ONCE', false, 'Off TEA: the code is used up'],
    ['LATE', false, 'Off LATE: starts on Nov 28, 2026'],
    ['GONE', false, 'its promotion is over'],
  ])('%s', (code, isUsed, text) => {
    expect(outcome(code)).toEqual({ isUsed, text });
  });
});
