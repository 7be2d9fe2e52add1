import { useMemo } from 'react';
import type { CardPayment } from '../../../domain/payments/card-payment.ts';
import { cardPaymentDocument } from '../../../domain/payments/documents.ts';
import { useCurrent, useRegister } from '../../kit/register-context.tsx';

/** The card payments of this register for which money may have moved and that no sale has booked, the oldest first. */
export function useUnbookedPayments(): readonly CardPayment[] {
  const { identity } = useRegister();
  const payments = useCurrent(cardPaymentDocument);
  return useMemo(
    () =>
      [...payments.values()]
        .filter(({ registerId }) => registerId === identity.registerId)
        .sort((a, b) => a.startedAt.localeCompare(b.startedAt)),
    [payments, identity.registerId],
  );
}
