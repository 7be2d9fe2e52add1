import { useMemo } from 'react';
import { useStore } from 'zustand';
import { cardPaymentDocument } from '../../../domain/payments/documents.ts';
import type { OpenCardPayment } from '../../kit/card-services.ts';
import { useCurrent, useRegister } from '../../kit/register-context.tsx';
import { cardTender } from './card-face.ts';
import type { PlannedTender } from './payment-plan.ts';

/** The card payments of a sale that this register has in hand, in the order in which they began. */
export function useCardPayments(cartId: string): readonly OpenCardPayment[] {
  const payments = useStore(useRegister().cards.state, (state) => state.payments);
  return useMemo(
    () => [...payments.values()].filter((one) => one.cartId === cartId).sort((a, b) => a.startedAt - b.startedAt),
    [payments, cartId],
  );
}

/** The same as tenders of the plan. */
export function useCardTenders(cartId: string): readonly PlannedTender[] {
  const payments = useCardPayments(cartId);
  const documents = useCurrent(cardPaymentDocument);
  return useMemo(() => payments.map((one) => cardTender(one, documents.get(one.id)?.leftOpen != null)), [payments, documents]);
}
