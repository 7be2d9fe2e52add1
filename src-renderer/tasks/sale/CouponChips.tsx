import type { Promotion } from '../../../domain/promotions/promotion.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import { IconDiscount, IconX } from '../../kit/icons.ts';
import { words } from '../../../texts/words/words.ts';
import type { Cart } from './cart-state.ts';
import { couponOutcome } from './coupon-words.ts';
import styles from './CouponChips.module.css';

export interface CouponChipsProps {
  readonly cart: Cart;
  readonly codes: readonly string[];
  /** While the sale is being paid nothing of it changes. */
  readonly isPaying: boolean;
  readonly priced: Pick<PricedSale, 'promotions'>;
  readonly promotions: readonly Promotion[];
  readonly currency: string;
  /** Puts the cursor back into the scan field. */
  readonly onDone: () => void;
}

/** The coupons on the sale, each with what it did or why it did nothing. */
export function CouponChips({ cart, codes, isPaying, priced, promotions, currency, onDone }: CouponChipsProps) {
  if (codes.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={words('coupon.entered')}>
      {codes.map((code) => {
        const { isUsed, text } = couponOutcome(code, priced.promotions, promotions, currency);
        return (
          <li key={code} data-used={isUsed || isPaying}>
            <IconDiscount aria-hidden size={18} stroke={1.9} />
            <bdi className={styles.code}>{code}</bdi>
            {!isPaying && <span>{text}</span>}
            <button
              type="button"
              className={styles.remove}
              disabled={isPaying}
              aria-label={words('coupon.remove', { code })}
              onClick={() => (cart.setCodes(codes.filter((one) => one !== code)), onDone())}
            >
              <IconX aria-hidden size={18} stroke={1.9} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
