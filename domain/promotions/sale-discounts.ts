import { allocate, multiplyDivideRound, UNIT_PRICE_SCALE } from '../base/money.ts';
import type { PromotionOf } from './promotion.ts';
import { sumOf } from './unit-runs.ts';

const SCALE = BigInt(UNIT_PRICE_SCALE);

type SalePromotion = PromotionOf<'sale_percent'> | PromotionOf<'sale_amount'> | PromotionOf<'tiered'> | PromotionOf<'points'>;

export interface SaleOffer {
  /** Minor units, by line. */
  readonly amounts: readonly number[];
  /** What the goods must come to in addition for the next tier, in minor units; null where there is none. */
  readonly missingMinor: number | null;
}

/** What a promotion on the whole takes off, before it is spread. */
function wholeDiscount(promotion: SalePromotion, net: number, points: number): number {
  switch (promotion.kind) {
    case 'sale_percent':
      return multiplyDivideRound(net, promotion.basisPoints, 10_000);
    case 'sale_amount':
      return Math.min(net, promotion.amountMinor);
    case 'tiered': {
      const reached = promotion.tiers.filter(({ fromMinor }) => fromMinor <= net);
      const highest = reached.reduce((best, tier) => (tier.fromMinor >= best.fromMinor ? tier : best), { fromMinor: 0, basisPoints: 0 });
      return multiplyDivideRound(net, highest.basisPoints, 10_000);
    }
    case 'points':
      return Math.min(net, Number((BigInt(points) * BigInt(promotion.pointValue)) / SCALE));
  }
}

/** The points that an amount costs: a part of a point is a whole one. */
export function pointsFor(amountMinor: number, { pointValue }: Pick<PromotionOf<'points'>, 'pointValue'>): number {
  return Number((BigInt(amountMinor) * SCALE + BigInt(pointValue) - 1n) / BigInt(pointValue));
}

/**
 * What a promotion on the whole sale takes off each line: rounded once, and spread by what the lines still cost, by largest
 * remainder (rules M1, M2). @param nets what the lines still cost, in minor units. @param points that the customer wants to use.
 */
export function saleDiscounts(nets: readonly number[], promotion: SalePromotion, points: number): SaleOffer {
  const net = sumOf(nets);
  const higher =
    promotion.kind === 'tiered' ? promotion.tiers.map(({ fromMinor }) => fromMinor - net).filter((missing) => missing > 0) : [];
  return {
    amounts: allocate(wholeDiscount(promotion, net, points), nets),
    missingMinor: higher.length === 0 ? null : Math.min(...higher),
  };
}
