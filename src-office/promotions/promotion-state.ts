import type { ListedUse } from '../../domain/promotions/promotion-protocol.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';

export type PromotionState = 'running' | 'coming' | 'over' | 'spent' | 'used_up';

/** How a promotion stands on a day: one that runs may have no budget left, or no uses. */
export function stateOf(
  { startsOn, endsOn, budgetMinor, maxUses }: Pick<Promotion, 'startsOn' | 'endsOn' | 'budgetMinor' | 'maxUses'>,
  use: Pick<ListedUse, 'amountMinor' | 'uses'> | undefined,
  today: string,
): PromotionState {
  if (endsOn < today) return 'over';
  if (startsOn > today) return 'coming';
  if (budgetMinor !== null && (use?.amountMinor ?? 0) >= budgetMinor) return 'spent';
  return maxUses !== null && (use?.uses ?? 0) >= maxUses ? 'used_up' : 'running';
}

/** The last day of a promotion that is ended now: yesterday, but never before its first day. @param yesterday YYYY-MM-DD. */
export function endedNow({ startsOn }: Pick<Promotion, 'startsOn'>, yesterday: string): string {
  return startsOn > yesterday ? startsOn : yesterday;
}
