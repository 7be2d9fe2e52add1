import type { CartLine } from './cart-line.ts';

/** Whether a line puts money on a stored value: a gift card that is sold, or a payment on an account. It gets all that is paid for it. */
export function loadsStoredValue(kind: CartLine['kind']): boolean {
  return kind === 'gift_card' || kind === 'account_payment';
}
