import type { PriceList } from '../../domain/price-lists/price-list.ts';

/** Where a list stands in time on a calendar day, YYYY-MM-DD. */
export function listState({ startsOn, endsOn }: Pick<PriceList, 'startsOn' | 'endsOn'>, today: string): 'coming' | 'running' | 'over' {
  if (startsOn !== null && today < startsOn) return 'coming';
  return endsOn !== null && endsOn < today ? 'over' : 'running';
}
