import { expect, it } from 'vitest';
import { applyPromotions } from './apply-promotions.ts';
import { codeOutcome } from './code-outcome.ts';
import { couponId } from './coupon.ts';
import { promotion } from './promotion.ts';

const made = (id: string, given: object) =>
  promotion.parse({ kind: 'percent_off', id, name: id, startsOn: '2026-11-01', endsOn: '2026-11-30', basisPoints: 1000, ...given });
const promotions = [
  made('TEA', { skus: ['TEA'], codes: ['TEN', 'ONCE'], usesPerCode: 1 }),
  made('CUP', { skus: ['CUP'], codes: ['TEN', 'CUP'] }),
];
const line = { sku: 'TEA', quantity: 1, unitPrice: 1_000_000, grossMinor: 1_000 };
const usedCodes = new Map([[couponId('TEA', 'ONCE'), 1]]);

it.each([
  [
    'TEN',
    'used',
    [
      ['TEA', 100, null],
      ['CUP', null, null],
    ],
  ],
  ['ONCE', 'not_used', [['TEA', null, 'code_used_up']]],
  ['CUP', 'not_used', [['CUP', null, null]]],
  ['GONE', 'unknown', []],
])('code %s is %s', (code, status, expected) => {
  const priced = applyPromotions([line], promotions, { date: '2026-11-26', codes: [code], usedCodes });
  const outcome = codeOutcome(code, priced, promotions);
  expect(outcome.status).toBe(status);
  expect(outcome.promotions.map((one) => [one.promotion.id, one.amountMinor, one.missed?.reason ?? null])).toEqual(expected);
});
