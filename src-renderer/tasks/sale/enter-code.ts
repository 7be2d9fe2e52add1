import { MOST_CODES } from '../../../domain/promotions/coupon.ts';
import { words } from '../../../texts/words/words.ts';
import type { Cart } from './cart-state.ts';

/** Puts the code of a coupon on the sale, once. @returns why it was not done, as a sentence; null when it was. */
export function enterCode(cart: Pick<Cart, 'state' | 'setCodes'>, code: string): string | null {
  const { codes, paying } = cart.state.getState();
  if (paying !== null) return words('coupon.whilePaying', { code });
  if (codes.includes(code)) return null;
  if (codes.length >= MOST_CODES) return words('coupon.tooMany', { count: MOST_CODES });
  cart.setCodes([...codes, code]);
  return null;
}
