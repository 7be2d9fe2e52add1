import type { Adjustment } from '../../../domain/base/adjustment.ts';
import type { CartLine } from '../../../domain/pricing/cart-line.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { percentText } from '../../../texts/say/format-quantity.ts';
import { words } from '../../../texts/words/words.ts';
import { priceReasonWords } from './price/price-reasons.ts';
import type { PromotionNames } from '../../kit/promotion-reasons.ts';
import { appliedWords } from './promotion-words.ts';

/** Why a line costs another price than its own: a rule or a discount, or a price that a person gave it. */
export interface PriceChange {
  readonly by: 'discount' | 'price';
  readonly text: string;
}

function discountWords(discount: NonNullable<CartLine['discount']>, currency: string): string {
  return 'basisPoints' in discount
    ? words('counter.percentOff', { percent: percentText(discount.basisPoints) })
    : words('counter.amountOff', { amount: formatMoney(discount.amountMinor, currency) });
}

/** What changed the price of a line, the weightiest first; null where nothing did. */
export function priceChange(
  line: Pick<CartLine, 'override' | 'discount'>,
  adjustments: readonly Adjustment[],
  names: PromotionNames,
  currency: string,
): PriceChange | null {
  const { override, discount } = line;
  const said = (reason: string | null) => (reason === null ? [] : [priceReasonWords(reason)]);
  const isBundle = adjustments.some(({ source }) => source === 'bundle');
  const isSpread = adjustments.some(({ source }) => source === 'sale_discount');
  const off = [
    ...(isBundle ? [words('bundle.price')] : []),
    ...(discount === undefined ? [] : [discountWords(discount, currency), ...said(discount.reason)]),
    ...(isSpread ? [words('counter.saleDiscount')] : []),
  ];
  if (override !== undefined) return { by: 'price', text: [...said(override.reason), ...off].join(' · ') || words('counter.newPrice') };
  const text = [appliedWords(adjustments, names), ...off].filter((part) => part !== null).join(' · ');
  return text === '' ? null : { by: 'discount', text };
}
