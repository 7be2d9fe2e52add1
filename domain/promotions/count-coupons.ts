import type { Adjustment } from '../base/adjustment.ts';
import type { DocumentKey, StoreReader } from '../base/define-document.ts';
import type { DocumentEffect } from '../base/effect.ts';
import type { Envelope } from '../base/envelope.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { raiseException } from '../exceptions/raise.ts';
import type { UsedCoupon } from './coupon.ts';
import { couponUseDocument } from './documents.ts';

/** What a sale tells of the codes that made it cheaper. */
export interface SaleWithCoupons {
  readonly receiptNumber: string;
  readonly currency: string;
  readonly coupons: readonly UsedCoupon[];
  readonly lines: readonly { readonly adjustments: readonly Adjustment[] }[];
}

type Limited = UsedCoupon & { readonly mostUses: number };

/** Codes that are good for any number of sales are counted by nobody: see `promotion_use`. Each counts once a sale. */
function limitedOf({ coupons }: SaleWithCoupons): Limited[] {
  const limited = coupons.filter((one): one is Limited => one.mostUses !== null);
  return [...new Map(limited.map((one) => [one.couponId, one])).values()];
}

const aboutOf = ({ receiptNumber }: SaleWithCoupons, { couponId }: UsedCoupon): string => `${receiptNumber}:${couponId}`;

/** What counting the codes of a sale looks at. */
export function readsOfCoupons(sale: SaleWithCoupons): DocumentKey[] {
  return limitedOf(sale).flatMap((one) => [
    couponUseDocument.key(one.couponId),
    exceptionDocument.key(`coupon_used_too_often:${aboutOf(sale, one)}`),
  ]);
}

/** What a promotion took off a sale, in minor units. */
function takenOffBy(promotionId: string, { lines }: SaleWithCoupons): number {
  const all = lines.flatMap(({ adjustments }) => adjustments).filter(({ sourceId }) => sourceId === promotionId);
  return -all.reduce((sum, one) => sum + one.amountMinor, 0) || 0;
}

/**
 * Counts the codes of a sale. That the sale was cheaper is a fact (rule J5): a code used in more sales than it is good for opens an
 * exception with what its promotion took off this one.
 */
export function countCoupons(
  reader: StoreReader,
  operation: Pick<Envelope, 'id' | 'storeId' | 'at'>,
  sale: SaleWithCoupons,
): DocumentEffect[] {
  return limitedOf(sale).flatMap((one) => {
    const { couponId, promotionId, mostUses } = one;
    const uses = (reader.get(couponUseDocument, couponId)?.uses ?? 0) + 1;
    const counted = couponUseDocument.put({ id: couponId, promotionId, uses });
    if (uses <= mostUses) return [counted];
    const told = raiseException(reader, operation, {
      kind: 'coupon_used_too_often',
      about: aboutOf(sale, one),
      subject: sale.receiptNumber,
      cash: { [sale.currency]: takenOffBy(promotionId, sale) },
      facts: {
        receipt: sale.receiptNumber,
        by: couponId.startsWith('CU-') ? 'customer' : 'code',
        coupon: couponId,
        promotion: promotionId,
        uses,
        most: mostUses,
      },
    });
    return [counted, told];
  });
}

/** Takes back the uses of the codes of a sale that is voided. */
export function uncountCoupons(reader: StoreReader, sale: SaleWithCoupons): DocumentEffect[] {
  return limitedOf(sale).flatMap(({ couponId }) => {
    const use = reader.get(couponUseDocument, couponId);
    return use === undefined ? [] : [couponUseDocument.put({ ...use, uses: Math.max(0, use.uses - 1) })];
  });
}
