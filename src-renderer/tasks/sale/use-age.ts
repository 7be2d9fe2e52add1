import { useState } from 'react';
import { ageToCheck, hasAge } from '../../../domain/sale/check-age.ts';
import { useSignIn } from '../../kit/register-context.tsx';
import { useStoreDate } from '../../kit/use-store-date.ts';
import type { SaleInProgress } from './use-sale.ts';
import { words } from '../../../texts/words/words.ts';

/** Asks once a sale whether the customer is old enough for the goods. The birth date is compared and kept nowhere (rule A2). */
export function useAge({ cart, state, setProblem }: Pick<SaleInProgress, 'cart' | 'state' | 'setProblem'>, onDone: () => void) {
  const associateId = useSignIn(({ associate }) => associate?.id ?? null);
  const today = useStoreDate();
  const asked = ageToCheck(state.lines, state.ageCheck);
  /** For which sale somebody put the question off. */
  const [later, setLater] = useState<string | null>(null);

  function refuse(): void {
    setProblem(words('counter.tooYoung', { names: cart.refuseAge().join(', ') }));
    onDone();
  }
  function accept(minimumAge: number, method: 'birth_date' | 'looked_at'): void {
    cart.checkAge({ minimumAge, method, associateId });
    onDone();
  }
  return {
    asked: later === `${state.id} ${asked}` ? null : asked,
    goods: state.lines.filter(({ minimumAge }) => (minimumAge ?? 0) > 0).map(({ name }) => name),
    onBirthDate: (minimumAge: number, birthDate: string) =>
      hasAge(birthDate, today, minimumAge) ? accept(minimumAge, 'birth_date') : refuse(),
    onLookedAt: (minimumAge: number) => accept(minimumAge, 'looked_at'),
    onRefuse: refuse,
    onLater: () => (setLater(`${state.id} ${asked}`), onDone()),
  };
}

export type AgeState = ReturnType<typeof useAge>;
