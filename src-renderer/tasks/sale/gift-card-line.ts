import { UNIT_PRICE_SCALE } from '../../../domain/base/money.ts';
import type { CartLine } from '../../../domain/pricing/cart-line.ts';
import { lastFourOf } from '../../../domain/stored-value/stored-value.ts';

/** What stands for an article number, and for a class of taxes, where a gift card is sold: it bears none, because it is no goods. */
export const GIFT_CARD = 'GIFT-CARD';

/** The line that sells a gift card, or puts more money on one. @param id see `storedValueId`. @param minor in minor units. */
export function giftCardLine(id: string, minor: number): CartLine {
  return {
    kind: 'gift_card',
    sku: GIFT_CARD,
    gtin: null,
    name: `···· ${lastFourOf(id)}`,
    quantity: 1,
    unitPrice: minor * UNIT_PRICE_SCALE,
    priceSource: 'entered',
    taxClass: GIFT_CARD,
    reference: id,
  };
}
