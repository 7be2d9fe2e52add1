import { useMemo } from 'react';
import type { PlannedTender } from './payment-plan.ts';
import { useCardTenders } from './use-card-tenders.ts';
import { useStoredValueTenders } from './use-stored-value-tenders.ts';

/** All tenders of a sale that are not cash, of each kind in the order in which they began. */
export function useTenders(cartId: string): readonly PlannedTender[] {
  const cards = useCardTenders(cartId);
  const storedValues = useStoredValueTenders(cartId);
  return useMemo(() => [...storedValues, ...cards], [storedValues, cards]);
}
