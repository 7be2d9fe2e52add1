import { useMemo } from 'react';
import type { PlannedTender } from './payment-plan.ts';
import { useCardTenders } from './use-card-tenders.ts';
import { useHandedTenders } from './use-handed-tenders.ts';

/** All tenders of a sale but cash of its own currency, of each kind in the order in which they began. */
export function useTenders(cartId: string, currency: string): readonly PlannedTender[] {
  const cards = useCardTenders(cartId);
  const handed = useHandedTenders(cartId, currency);
  return useMemo(() => [...handed, ...cards], [handed, cards]);
}
