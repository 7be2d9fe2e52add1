import type { PlannedTender } from './payment-plan.ts';
import { useCardTenders } from './use-card-tenders.ts';

/** All tenders of a sale that are not cash, of each kind in the order in which they began. */
export function useTenders(cartId: string): readonly PlannedTender[] {
  return useCardTenders(cartId);
}
