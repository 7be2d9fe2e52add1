import { priceText } from '../../domain/base/decimal-text.ts';
import { UNIT_PRICE_SCALE } from '../../domain/base/money.ts';

/** An amount in minor units as exceptions tell it: `12.50 USD`. */
export function amountText(minor: number, currency: string): string {
  return `${priceText(minor * UNIT_PRICE_SCALE, currency)} ${currency}`;
}
