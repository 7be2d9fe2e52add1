import { useMemo } from 'react';
import { useStore } from 'zustand';
import { worthOf } from '../../../domain/payments/foreign-cash.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { entryFor, type HandedOver, paymentEntriesOf } from './payment-entry.ts';
import type { PlannedTender } from './payment-plan.ts';

/** What was handed over to pay a sale, as it was entered. */
export function useHandedOver(cartId: string): HandedOver {
  const { state } = paymentEntriesOf(useRegister());
  return entryFor(useStore(state), cartId);
}

/** The same as tenders. They are taken when the sale is recorded, and may be taken back before. */
export function useHandedTenders(cartId: string, currency: string): readonly PlannedTender[] {
  const { storedValues, vouchers, foreignNotes } = useHandedOver(cartId);
  return useMemo(
    () => [
      ...storedValues.map(({ tender }) => ({
        id: tender.reference ?? tender.kind,
        kind: tender.kind,
        state: tender.state === 'offline' ? ('offline' as const) : ('taken' as const),
        askedMinor: tender.amountMinor,
        tender,
      })),
      ...vouchers.map(({ id, tender }) => ({ id, kind: tender.kind, state: 'taken' as const, askedMinor: tender.amountMinor, tender })),
      ...foreignNotes.map((notes) => ({
        id: notes.currency,
        kind: 'cash' as const,
        state: 'taken' as const,
        askedMinor: worthOf(notes, currency) ?? 0,
        tender: null,
      })),
    ],
    [storedValues, vouchers, foreignNotes, currency],
  );
}
