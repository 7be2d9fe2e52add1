import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf, operationOf, saleOf, soldOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { saleCompleted } from '../sale/operations.ts';
import { customerUseId, type UsedCoupon } from './coupon.ts';
import { readsOfCoupons, uncountCoupons } from './count-coupons.ts';
import { couponUseDocument } from './documents.ts';

const ONCE: UsedCoupon = { promotionId: 'P', couponId: 'CP-ONCE', mostUses: 1 };
const TWICE: UsedCoupon = { promotionId: 'P', couponId: 'CP-TWICE', mostUses: 2 };
const OF_CUSTOMER: UsedCoupon = {
  promotionId: 'P',
  couponId: customerUseId({ id: 'P', customerPeriod: 'ever' }, 'C1', '2026-11-26'),
  mostUses: 2,
};
const ALWAYS: UsedCoupon = { promotionId: 'P', couponId: 'CP-ALWAYS', mostUses: null };

const receiptOf = (index: number) => `A1-${String(index + 1).padStart(6, '0')}`;

/** A sale of one article, 30 cheaper by promotion P and 5 by another. */
function sold(index: number, coupons: readonly UsedCoupon[]) {
  const off = (sourceId: string, amountMinor: number) =>
    ({ source: 'promotion', sourceId, amountMinor, reason: null, approvedBy: null }) as const;
  const { lines, ...rest } = soldOf([cartLineOf({ unitPrice: 100_000 })]);
  const cheaper = lines.map((line) => ({ ...line, adjustments: [off('P', -30), off('Q', -5)] }));
  return saleCompleted.request({ ...rest, lines: cheaper, receiptNumber: receiptOf(index), coupons: [...coupons] });
}

/** The uses and the exceptions after these sales, as the server counts them. */
function after(...sales: readonly (readonly UsedCoupon[])[]) {
  const overlay = new StoreOverlay(new DocumentMap());
  sales.forEach((coupons, index) => {
    overlay.fold(applyOperation(overlay, operationOf(sold(index, coupons), { seq: index + 1, shiftId: null })));
  });
  const told = [...overlay.changedOf(exceptionDocument).values()].filter(({ kind }) => kind === 'coupon_used_too_often');
  return {
    uses: (couponId: string) => overlay.get(couponUseDocument, couponId)?.uses ?? 0,
    told: told.map(({ subject, cash, facts }) => [subject, cash?.['USD'], facts?.['uses'], facts?.['most']]),
  };
}

describe('the uses of a code', () => {
  it.each<readonly [string, (readonly UsedCoupon[])[], readonly unknown[]]>([
    ['once, as often as it is good for', [[ONCE]], []],
    ['[J5] a second time, at a till that knew nothing of the first', [[ONCE], [ONCE]], [['A1-000002', 30, 2, 1]]],
    ['twice, of two', [[TWICE], [TWICE]], []],
    ['a third time, of two', [[TWICE], [TWICE], [TWICE]], [['A1-000003', 30, 3, 2]]],
    ['twice in one sale, which is one use', [[ONCE, ONCE]], []],
    ['any number of times', [[ALWAYS], [ALWAYS], [ALWAYS]], []],
    ['[J5] by a customer, more often than allowed', [[OF_CUSTOMER], [OF_CUSTOMER], [OF_CUSTOMER]], [['A1-000003', 30, 3, 2]]],
    ['beside another code', [[ONCE, TWICE], [TWICE]], []],
  ])('%s', (_what, sales, told) => {
    expect(after(...sales).told).toEqual(told);
  });

  it('are counted for codes that are good for a number of sales alone', () => {
    const { uses } = after([ONCE, ALWAYS], [TWICE, ALWAYS], [TWICE]);
    expect([uses('CP-ONCE'), uses('CP-TWICE'), uses('CP-ALWAYS')]).toEqual([1, 2, 0]);
  });

  it('[J5] are the same in whatever order sales arrive, and as many exceptions as uses too many', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray([ONCE, TWICE, ALWAYS]), { maxLength: 8 }), (sales) => {
        const results = [after(...sales), after(...sales.toReversed())];
        const count = (coupon: UsedCoupon) => sales.filter((one) => one.includes(coupon)).length;
        for (const { uses, told } of results) {
          expect([uses('CP-ONCE'), uses('CP-TWICE')]).toEqual([count(ONCE), count(TWICE)]);
          // One sale may have used two codes too often: each is told by itself.
          expect(told).toHaveLength(Math.max(0, count(ONCE) - 1) + Math.max(0, count(TWICE) - 2));
        }
      }),
    );
  });

  it('go back with a sale that is voided, and never below none', () => {
    const sale = saleOf([cartLineOf()], { coupons: [ONCE, ALWAYS] });
    const overlay = new StoreOverlay(new DocumentMap());
    expect(uncountCoupons(overlay, sale, [], true)).toEqual([]);
    overlay.fold([couponUseDocument.put({ id: 'CP-ONCE', promotionId: 'P', uses: 1 })]);
    for (const _again of [1, 2]) overlay.fold(uncountCoupons(overlay, sale, [], true));
    expect(overlay.get(couponUseDocument, 'CP-ONCE')?.uses).toBe(0);
  });

  it('asks for the documents of limited codes', () => {
    const sale = saleOf([cartLineOf()], { coupons: [ONCE, ALWAYS] });
    expect(readsOfCoupons(sale).map(({ id }) => id)).toEqual(['CP-ONCE', `coupon_used_too_often:${sale.receiptNumber}:CP-ONCE`]);
  });
});
