import { useEffect, useEffectEvent } from 'react';
import type { Cart, CartState } from './cart-state.ts';
import type { CartSum } from './price-cart.ts';

/**
 * Goods stay as they are as long as money may have moved for them, also when the app comes back in the middle of it.
 * @param isHeld whether money has moved, or may have.
 */
export function useHeldGoods(cart: Cart, { ready, lines }: CartState, sum: CartSum, isHeld: boolean): void {
  const hold = useEffectEvent(() => (isHeld ? cart.pay(sum) : cart.stopPaying()));
  const isReady = ready && lines.length > 0 && sum.lines.length > 0;
  useEffect(() => {
    if (isReady) hold();
  }, [isReady, isHeld]);
}
