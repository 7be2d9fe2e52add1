import { type Adjustment, addPromotions } from '../base/adjustment.ts';
import type { DocumentKey, StoreReader } from '../base/define-document.ts';
import type { DocumentEffect } from '../base/effect.ts';
import type { Envelope } from '../base/envelope.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { raiseException } from '../exceptions/raise.ts';
import type { UseMove } from './count-uses.ts';
import type { CouponUse, UsedCoupon } from './coupon.ts';
import { couponUseDocument } from './documents.ts';

/** What a sale tells of the codes that made it cheaper. */
export interface SaleWithCoupons {
  readonly receiptNumber: string;
  readonly currency: string;
  readonly coupons: readonly UsedCoupon[];
  readonly lines: readonly { readonly adjustments: readonly Adjustment[] }[];
}

/** Codes that are good for any number of sales are counted by nobody: see `promotion_use`. Each counts once a sale. */
function limitedOf({ coupons }: Pick<SaleWithCoupons, 'coupons'>): UsedCoupon[] {
  const limited = coupons.filter(({ mostUses, mostMinor }) => mostUses !== null || mostMinor !== undefined);
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
  const amounts = new Map<string, number>();
  for (const { adjustments } of lines) addPromotions(adjustments, amounts);
  return amounts.get(promotionId) ?? 0;
}

/** A count with uses added, and an amount where it is limited; negative takes away, but never below none. */
function moved(reader: StoreReader, { couponId: id, promotionId, mostMinor }: UsedCoupon, uses: number, minor: number): CouponUse {
  const before = reader.get(couponUseDocument, id);
  const counted = { ...before, id, promotionId, uses: Math.max(0, (before?.uses ?? 0) + uses) };
  return mostMinor === undefined ? counted : { ...counted, amountMinor: Math.max(0, (before?.amountMinor ?? 0) + minor) };
}

/**
 * Counts the codes of a sale, and what its customer had of promotions. That the sale was cheaper is a fact (rule J5): a code used in more
 * sales than it is good for, or more than a customer may have, opens an exception with what it took off too much.
 */
export function countCoupons(
  reader: StoreReader,
  operation: Pick<Envelope, 'id' | 'storeId' | 'at'>,
  sale: SaleWithCoupons,
): DocumentEffect[] {
  return limitedOf(sale).flatMap((one) => {
    const { couponId, promotionId, mostUses, mostMinor = Number.POSITIVE_INFINITY } = one;
    const takenOff = takenOffBy(promotionId, sale);
    const use = moved(reader, one, 1, takenOff);
    const counted = couponUseDocument.put(use);
    const overMinor = Math.min(takenOff, (use.amountMinor ?? 0) - mostMinor);
    const isTooOften = mostUses !== null && use.uses > mostUses;
    if (!isTooOften && overMinor <= 0) return [counted];
    const byCode = couponId.startsWith('CU-') ? 'customer' : 'code';
    const told = raiseException(reader, operation, {
      kind: 'coupon_used_too_often',
      about: aboutOf(sale, one),
      subject: sale.receiptNumber,
      cash: { [sale.currency]: isTooOften ? takenOff : overMinor },
      facts: {
        receipt: sale.receiptNumber,
        by: isTooOften ? byCode : 'amount',
        coupon: couponId,
        promotion: promotionId,
        uses: use.uses,
        most: mostUses ?? use.uses,
      },
    });
    return [counted, told];
  });
}

/**
 * Gives back to the customer what promotions had taken off goods that came back. A use stays used, but for a sale that is voided.
 * @param moves what the return takes back of the uses of promotions.
 */
export function uncountCoupons(
  reader: StoreReader,
  sale: Pick<SaleWithCoupons, 'coupons'>,
  moves: readonly Pick<UseMove, 'promotionId' | 'amountMinor'>[],
  isVoided: boolean,
): DocumentEffect[] {
  return limitedOf(sale).flatMap((one) => {
    const minor = moves.find(({ promotionId }) => promotionId === one.promotionId)?.amountMinor ?? 0;
    const isKnown = reader.get(couponUseDocument, one.couponId) !== undefined;
    const changes = isVoided || (minor !== 0 && one.mostMinor !== undefined);
    return isKnown && changes ? [couponUseDocument.put(moved(reader, one, isVoided ? -1 : 0, minor))] : [];
  });
}
