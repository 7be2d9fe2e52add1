import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ForeignNotes } from '../../../domain/payments/foreign-cash.ts';
import type { CashRoundingRule } from '../../../domain/payments/cash-rounding.ts';
import { parseAmount } from '../../../texts/say/format-money.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { entryFor, paymentEntriesOf } from './payment-entry.ts';
import { holdsMoney, type PaymentPlan, type PlannedTender, planPayment } from './payment-plan.ts';
import { useTenders } from './use-tenders.ts';

export interface PaymentOptions {
  /** The sale that is paid. */
  readonly cartId: string;
  readonly totalMinor: number;
  readonly currency: string;
  readonly cashRounding: CashRoundingRule;
  /** What points may pay of it, in minor units. */
  readonly pointsMostMinor: number;
  /** Who buys; null where nobody has said it. */
  readonly customerId: string | null;
}

/** How the sale on the counter is being paid. */
export interface Payment extends PaymentOptions {
  readonly plan: PaymentPlan;
  readonly tenders: readonly PlannedTender[];
  /** Notes of other currencies, as they were entered. */
  readonly foreignNotes: readonly ForeignNotes[];
  /** What stands in the cash field. */
  readonly cash: string;
  /** Whether it is no amount. */
  readonly isCashWrong: boolean;
  /** Whether the plan is shown: it was opened, or a tender of it has to be dealt with. */
  readonly isOpen: boolean;
  /** Whether money has moved, or may have: goods and prices stay as they are. */
  readonly holdsMoney: boolean;
  setCash(text: string): void;
  open(): void;
  close(): void;
}

/** The plan of the sale on the counter, with what was entered for it and the tenders that were taken. */
export function usePayment(options: PaymentOptions): Payment {
  const { cartId, totalMinor, currency, cashRounding } = options;
  const { state, enter } = paymentEntriesOf(useRegister());
  const { cash, isOpen, foreignNotes } = entryFor(useStore(state), cartId);
  const tenders = useTenders(cartId, currency);
  const givenMinor = parseAmount(cash, currency);
  const plan = useMemo(() => planPayment(totalMinor, tenders, givenMinor, cashRounding), [totalMinor, tenders, givenMinor, cashRounding]);
  const isHeld = tenders.some(holdsMoney);
  return {
    ...options,
    plan,
    tenders,
    foreignNotes,
    cash,
    isCashWrong: cash.trim() !== '' && givenMinor === null,
    isOpen: isOpen || isHeld,
    holdsMoney: isHeld,
    setCash: (text) => enter(cartId, { cash: text.slice(0, 40) }),
    open: () => enter(cartId, { isOpen: true }),
    close: () => enter(cartId, { isOpen: false }),
  };
}
