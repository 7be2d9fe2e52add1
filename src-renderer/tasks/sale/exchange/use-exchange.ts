import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type ExchangePlan, planExchange, staysFirst } from '../../../../domain/exchanges/plan-exchange.ts';
import type { Returnable } from '../../../../domain/orders/order-intake.ts';
import { returnWindow } from '../../../../domain/returns/settings.ts';
import { useReader, useRegister, useSetting, useView } from '../../../kit/register-context.tsx';
import { useStoreDate } from '../../../kit/use-store-date.ts';
import { words } from '../../../../texts/words/words.ts';
import { exchangeBegunAt } from '../../returns/exchange-begun.ts';
import { hasMovedOn, type SwapInHand, swapInHand } from './swap-in-hand.ts';
import { type Stays, staysBy } from '../../returns/line-terms.ts';
import { RETURN_DRAFT } from '../../returns/return-draft.ts';
import { type Choices, refreshed, refundSoFar, type ReturnSource, sourceOf } from '../../returns/return-form.ts';
import type { Cart, CartState } from '../cart-state.ts';

/** What comes back for goods that are taken home, as it stands now. */
export interface ExchangeInHand {
  /** The receipt or order number. */
  readonly number: string;
  readonly returnId: string;
  readonly found: Returnable;
  readonly source: ReturnSource;
  readonly choices: Choices;
  readonly stays: Stays;
  /** What comes back, less the fees, in minor units. */
  readonly backMinor: number;
  readonly plan: ExchangePlan;
  /** Whether no money is due: then it is settled by a press of its own, and no tender is asked for. */
  readonly settles: boolean;
  /** The pickup that is handed over with it; null for an exchange of the return desk. */
  readonly swap: SwapInHand | null;
}

export interface Exchanging {
  /** Null where this is a sale alone, or while the receipt is being looked for. */
  readonly inHand: ExchangeInHand | null;
  /** Why the sale cannot be completed yet; null where nothing of the exchange holds it up. */
  readonly blocked: string | null;
  /** Whether a terminal gives back money for it, or has: nothing changes any more. */
  readonly isGiving: boolean;
}

/** The sale on the counter takes what the return desk handed over. What is being paid, and another exchange, come first. */
function useHandedOver(cart: Cart, { ready, paying, exchange }: CartState, onProblem: (sentence: string) => void): void {
  const register = useRegister();
  const begun = useStore(exchangeBegunAt(register));
  const isBusy = paying !== null || (exchange !== null && exchange.number !== begun?.number);
  const take = useEffectEvent(() => {
    if (begun === null) return;
    if (isBusy) return onProblem(words('exchange.waits', { number: begun.number }));
    cart.setExchange(begun);
    exchangeBegunAt(register).setState(null, true);
    // A return that was begun meanwhile stays.
    if (begun.pickup === undefined) register.saveDraft(RETURN_DRAFT, null);
  });
  useEffect(() => {
    if (ready) take();
  }, [ready, begun, isBusy]);
}

/** What was bought on a receipt; undefined while it is being looked for, null where nobody finds it. */
function useFound(number: string | null): Returnable | null | undefined {
  const { findReturnable } = useRegister();
  const [answer, setAnswer] = useState<{ readonly number: string; readonly found: Returnable | null } | null>(null);
  useEffect(() => {
    if (number === null) return undefined;
    let isOver = false;
    const say = (found: Returnable | string) => !isOver && setAnswer({ number, found: typeof found === 'string' ? null : found });
    findReturnable(number).then(say, () => say('not_found'));
    return () => {
      isOver = true;
    };
  }, [findReturnable, number]);
  return answer !== null && answer.number === number ? answer.found : undefined;
}

/** The terms of the store today, as at the return desk. */
function useStays(): Stays {
  const { catalog } = useRegister();
  const window = useSetting(returnWindow);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const today = useStoreDate();
  return useMemo(() => staysBy({ productOf: (sku) => catalog.product(sku), window, today, timezone }), [catalog, window, today, timezone]);
}

/** The exchange that the sale on the counter is. @param takenMinor what is taken home, in minor units. */
export function useExchange(cart: Cart, state: CartState, takenMinor: number, onProblem: (sentence: string) => void): Exchanging {
  const { exchange } = state;
  useHandedOver(cart, state, onProblem);
  const pickup = exchange?.pickup;
  const found = useFound(pickup === undefined ? (exchange?.number ?? null) : null);
  const reader = useReader();
  const stays = useStays();
  const refunds = useStore(useRegister().cards.refunds, ({ payments }) => payments);
  const inHand = useMemo((): ExchangeInHand | null => {
    if (exchange?.pickup !== undefined) {
      const swap = swapInHand(reader, { ...exchange, pickup: exchange.pickup }, takenMinor);
      return swap && { ...swap, stays };
    }
    if (exchange === null || found == null) return null;
    const now = refreshed(found, reader);
    const source = sourceOf(now, reader);
    const choices: Choices = new Map(exchange.choices);
    const backMinor = refundSoFar(source, choices);
    const plan = planExchange(now.kind === 'sale' ? now.sale : undefined, backMinor, takenMinor);
    const sorted: Returnable = now.kind === 'sale' ? { ...now, sale: staysFirst(now.sale) } : now;
    return { ...exchange, found: sorted, source, choices, stays, backMinor, plan, settles: plan.dueMinor === 0, swap: null };
  }, [exchange, found, reader, stays, takenMinor]);
  const isGiving = [...refunds.values()].some(
    ({ cartId, attempt }) => cartId === exchange?.returnId && (attempt.state === 'reversing' || attempt.state === 'reversed'),
  );
  const isMissing = exchange !== null && inHand === null;
  const number = exchange?.number ?? '';
  const why = found === null || pickup !== undefined ? words('exchange.lost', { number }) : words('exchange.looking');
  if (isMissing) return { inHand, isGiving, blocked: why };
  // What money may have moved for is recorded all the same.
  const isOver = inHand?.swap != null && hasMovedOn(inHand.swap) && state.paying === null;
  return { inHand, isGiving, blocked: isOver ? words('exchange.swapOver', { number }) : null };
}
