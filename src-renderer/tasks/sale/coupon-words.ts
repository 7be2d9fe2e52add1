import { codeOutcome } from '../../../domain/promotions/code-outcome.ts';
import type { Promotion } from '../../../domain/promotions/promotion.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { missedWords, promotionNames } from '../../kit/promotion-reasons.ts';
import { words } from '../../../texts/words/words.ts';

/** What a code did to a sale, or why it did nothing. */
export interface CouponOutcome {
  readonly isUsed: boolean;
  readonly text: string;
}

/** What a code did, promotion by promotion. A promotion that names nothing on the counter waits for its goods. */
export function couponOutcome(
  code: string,
  priced: PricedSale['promotions'],
  promotions: readonly Promotion[],
  currency: string,
): CouponOutcome {
  const outcome = codeOutcome(code, priced, promotions);
  if (outcome.status === 'unknown') return { isUsed: false, text: words('coupon.gone') };
  const names = promotionNames(promotions);
  const said = outcome.promotions.map(({ promotion, amountMinor, missed }) => {
    const { name } = promotion;
    if (amountMinor !== null) return words('promotion.tookOff', { name, amount: formatMoney(amountMinor, currency) });
    const why = missed === null ? words('coupon.waits') : missedWords(missed, promotion, names, currency);
    return words('promotion.missedBecause', { name, why });
  });
  return { isUsed: outcome.status === 'used', text: said.join(' · ') };
}
