import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { tipsOf } from '../../../domain/payments/tender.ts';
import { planRefund, type RefundPart, type RefundTo, waysBack } from '../../../domain/returns/plan-refund.ts';
import type { GivenBack } from '../../../domain/returns/return-goods.ts';
import { storedValueId } from '../../../domain/stored-value/stored-value.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { type GiveBack, giveBackToCards, type Given, withTip } from './give-back.ts';

/** Where a person wants the refund to go. */
export type RefundChoice = 'original' | 'cash' | 'store_credit';

export interface Refund {
  readonly choice: RefundChoice;
  /** What there is to choose from; one where there is no choice. */
  readonly choices: readonly RefundChoice[];
  readonly to: RefundTo;
  readonly parts: readonly RefundPart[];
  /** The number of the store credit that would be issued. */
  readonly creditNumber: string;
  /** What a terminal has given back for this return. */
  readonly givenBack: readonly GivenBack[];
  /** Whether money has gone back, or may have: then nothing is changed any more, and the return is finished. */
  readonly isFixed: boolean;
  /** Whether a terminal is being asked. */
  readonly isWaiting: boolean;
  /** The refund that the terminal is asked for; null where none is. */
  readonly waitsFor: string | null;
  choose(choice: RefundChoice): void;
  /** Gives back by the terminal what the plan gives to cards. @returns what went back, or why not all of it did. */
  giveBack(asked: Pick<GiveBack, 'whyNot' | 'isShown' | 'isVoid'> & Partial<Pick<GiveBack, 'returnMinor'>>): Promise<Given>;
}

/**
 * How a refund is paid out.
 * @param refundMinor what the chosen goods come to, in minor units. @param returnId names the return on the counter.
 * @param creditNumber of the store credit that it would issue. @param isVoid whether the sale is voided as a whole.
 */
export function useRefund(found: Returnable, refundMinor: number, returnId: string, creditNumber: string, isVoid: boolean): Refund {
  const { cards } = useRegister();
  const [choice, choose] = useState<RefundChoice>('original');
  const inHand = useStore(cards.refunds, (state) => state.payments);
  const own = useMemo(() => [...inHand.values()].filter((one) => one.cartId === returnId), [inHand, returnId]);
  const to: RefundTo = choice === 'store_credit' ? { storeCredit: storedValueId(creditNumber) } : choice;
  const parts = found.kind === 'sale' ? planRefund(found.sale, refundMinor, to, isVoid) : [];
  const made = own.filter(({ attempt }) => attempt.state === 'reversed');
  const givenBack = made.map(({ id, refundOf, attempt }) => withTip(parts, refundOf, id, attempt.amountMinor));
  const waitsFor = own.find(({ attempt }) => attempt.state === 'reversing')?.id ?? null;
  const isWaiting = waitsFor !== null;

  const giveBack: Refund['giveBack'] = (asked) => giveBackToCards(cards, { returnMinor: refundMinor, ...asked, returnId, parts, made });
  // What was chosen covers what went back: it is not changed any more. It covers less where the choice was lost.
  const isCovered = givenBack.reduce((sum, one) => sum + one.amountMinor, 0) - tipsOf(givenBack) <= refundMinor;
  const choices: RefundChoice[] =
    found.kind === 'order' ? ['original'] : ['original', ...(waysBack(found.sale).length > 0 ? (['cash'] as const) : []), 'store_credit'];
  return {
    choice,
    choices,
    to,
    parts,
    creditNumber,
    givenBack,
    isFixed: isWaiting || (made.length > 0 && isCovered),
    isWaiting,
    waitsFor,
    choose,
    giveBack,
  };
}
