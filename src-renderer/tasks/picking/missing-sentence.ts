import { whatHappensTo } from '../../kit/order-words.ts';
import { partMissing } from './missing-units.ts';
import type { WaveStop } from './wave-list.ts';

/** What happens to units of a stop that are missing: to those of parcels and to those of pickups, as far as there are any. */
export function missingSentence({ orders }: Pick<WaveStop, 'orders'>, missing: number): string {
  const parts = partMissing(orders, missing);
  return (['ship', 'pickup'] as const)
    .map((kind) => ({ kind, units: parts.reduce((sum, { order, units }) => sum + (order.kind === kind ? units : 0), 0) }))
    .filter(({ units }) => units > 0)
    .map(({ kind, units }) => whatHappensTo(kind, units))
    .join(' ');
}
