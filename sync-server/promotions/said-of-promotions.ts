import type { PricedSale } from '../../domain/pricing/price-sale.ts';
import type { SaidOfPromotions } from '../../domain/promotions/promotion-protocol.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';

/** Which promotions applied to a priced sale, which did not and why, and those that are named with their dates. */
export function saidOfPromotions(
  { promotions: { applied, missed, next } }: PricedSale,
  promotions: readonly Promotion[],
): SaidOfPromotions {
  const named = new Set([...applied, ...missed, ...(next === null ? [] : [next])].map(({ promotionId }) => promotionId));
  for (const { by } of missed) for (const id of by) named.add(id);
  return {
    applied: applied.map(({ promotionId, amountMinor, times, code }) => ({ promotionId, amountMinor, times, code })),
    missed: missed.map(({ by, ...one }) => ({ ...one, by: [...by] })),
    next,
    promotions: promotions.filter(({ id }) => named.has(id)).map(({ id, name, startsOn, endsOn }) => ({ id, name, startsOn, endsOn })),
  };
}
