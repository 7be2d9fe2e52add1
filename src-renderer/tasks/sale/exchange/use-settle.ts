import { useEffect, useRef } from 'react';
import type { Refusal } from '../../../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../../../domain/base/result.ts';
import { returnGoods, type GivenBack } from '../../../../domain/returns/return-goods.ts';
import { useReader, useView } from '../../../kit/register-context.tsx';
import type { Refund } from '../../returns/use-refund.ts';
import type { Cart } from '../cart-state.ts';
import type { CartSum } from '../price-cart.ts';
import { askBack } from './asked-exchange.ts';
import type { ExchangeInHand } from './use-exchange.ts';

interface SettleOptions {
  readonly cart: Cart;
  readonly priced: CartSum;
  readonly cartId: string;
  readonly inHand: ExchangeInHand | null;
  /** Records the exchange. @returns why it was not; null where it was. */
  readonly record: (givenBack: readonly GivenBack[]) => Promise<Refusal | null> | null;
}

/**
 * Settles an exchange for which nothing is due: what goes back to cards first, because only a terminal can say that it did. From then on
 * the goods stay as they are.
 */
export function useSettle({ cart, priced, cartId, inHand, record }: SettleOptions): (refund: Refund) => Promise<Result<null, Refusal>> {
  const reader = useReader();
  const openShift = useView((view) => view.openShift);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);

  return async (refund) => {
    if (inHand === null) return accept(null);
    if (openShift === null) return refuse('no_open_shift');
    cart.pay(priced, cartId);
    const given = await refund.giveBack({
      isVoid: false,
      // Whoever may not take all of it back alone is asked before money moves.
      returnMinor: inHand.backMinor,
      whyNot(givenBack) {
        if (inHand.swap !== null) return null;
        const asked = askBack(inHand, givenBack)({ reader, openShift });
        if (!asked.ok) return asked.refusal;
        const back = returnGoods({ ...asked.value, givenBack: [], receiptNumber: 'NONE-0' });
        return back.ok ? null : back.refusal;
      },
      isShown: () => isShown.current,
    });
    if ('stopped' in given) {
      const { stopped } = given;
      if (refund.givenBack.length === 0) cart.stopPaying();
      if (stopped === 'left') return accept(null);
      return refuse(stopped === 'card_refused' ? 'card_refund_refused' : stopped);
    }
    const refusal = await record(given.givenBack);
    return refusal === null ? accept(null) : refuse(refusal);
  };
}
