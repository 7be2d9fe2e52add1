import { promotionsOfCode } from '../../../domain/promotions/coupon-codes.ts';
import type { Promotion } from '../../../domain/promotions/promotion.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import { formatMoney } from '../../kit/format-money.ts';
import { missedWords, promotionNames } from '../../kit/promotion-reasons.ts';
import { words } from '../../words/words.ts';

/** What a code did to a sale, or why it did nothing. */
export interface CouponOutcome {
  readonly isUsed: boolean;
  readonly text: string;
}

/** What a code did, promotion by promotion. A promotion that names nothing on the counter waits for its goods. */
export function couponOutcome(
  code: string,
  { applied, missed }: PricedSale['promotions'],
  promotions: readonly Promotion[],
  currency: string,
): CouponOutcome {
  const unlocked = promotionsOfCode(promotions, code);
  if (unlocked.length === 0) return { isUsed: false, text: words('coupon.gone') };
  const names = promotionNames(promotions);
  const said = unlocked.map((promotion) => {
    const { id, name } = promotion;
    const used = applied.find((one) => one.promotionId === id);
    if (used !== undefined) return words('promotion.tookOff', { name, amount: formatMoney(used.amountMinor, currency) });
    const why = missed.find((one) => one.promotionId === id);
    return words('promotion.missedBecause', {
      name,
      why: why === undefined ? words('coupon.waits') : missedWords(why, promotion, names, currency),
    });
  });
  return { isUsed: applied.some(({ promotionId }) => unlocked.some(({ id }) => id === promotionId)), text: said.join(' · ') };
}
