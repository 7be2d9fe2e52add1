import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useRegister } from '../../kit/register-context.tsx';
import { entryFor, paymentEntriesOf, type StoredValueEntry } from './payment-entry.ts';
import type { PlannedTender } from './payment-plan.ts';

/** The gift cards and store credits of the plan, as they were entered. */
export function useStoredValues(cartId: string): readonly StoredValueEntry[] {
  const { state } = paymentEntriesOf(useRegister());
  return entryFor(useStore(state), cartId).storedValues;
}

/** The same as tenders. They are taken when the sale is recorded, and may be taken back before. */
export function useStoredValueTenders(cartId: string): readonly PlannedTender[] {
  const entered = useStoredValues(cartId);
  return useMemo(
    () =>
      entered.map(({ tender }) => ({
        id: tender.reference ?? tender.kind,
        kind: tender.kind,
        state: tender.state === 'offline' ? 'offline' : 'taken',
        askedMinor: tender.amountMinor,
        tender,
      })),
    [entered],
  );
}
