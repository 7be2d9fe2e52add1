import { useState } from 'react';
import { useStore } from 'zustand';
import { useRegister } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
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
export function useTakeCard({ cartId, currency, totalMinor }: Payment, onStart: () => void): TakeCard {
  const { cards } = useRegister();
  const [problem, setProblem] = useState<string | null>(null);
  return {
    problem,
    take(amountMinor) {
      setProblem(null);
      const asked = cards.pay({ cartId, currency, amountMinor, isPart: amountMinor !== totalMinor });
      onStart();
      asked.then(
        (result) => (result.ok ? undefined : setProblem(refusalSentence(result.refusal))),
        () => setProblem(refusalSentence('storage_failed')),
      );
    },
  };
}
