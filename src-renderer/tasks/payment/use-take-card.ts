import { useState } from 'react';
import { useStore } from 'zustand';
import { useRegister } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { words } from '../../../texts/words/words.ts';
import { MOST_PLANNED, mayAddTender } from './payment-plan.ts';
import type { Payment } from './use-payment.ts';

/** Whether this register takes cards. */
export function useTakesCards(): boolean {
  return useStore(useRegister().terminal, (terminal) => terminal.status !== 'absent');
}

export interface TakeCard {
  /** Why it was not asked for; null when it was. */
  readonly problem: string | null;
  /** Asks the terminal for an amount in minor units. It is in the journal before the terminal hears of it (rule E2). */
  take(amountMinor: number): void;
}

/** Takes money by card. @param onStart money may move from now on. */
export function useTakeCard({ cartId, currency, totalMinor, tenders }: Payment, onStart: () => void): TakeCard {
  const { cards } = useRegister();
  const [problem, setProblem] = useState<string | null>(null);
  return {
    problem,
    take(amountMinor) {
      if (!mayAddTender(tenders)) return setProblem(words('payment.tooManyTenders', { count: MOST_PLANNED }));
      setProblem(null);
      const asked = cards.pay({ cartId, currency, amountMinor, totalMinor });
      onStart();
      asked.then(
        (result) => (result.ok ? undefined : setProblem(refusalSentence(result.refusal))),
        () => setProblem(refusalSentence('storage_failed')),
      );
    },
  };
}
