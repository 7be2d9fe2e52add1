import type { GoodsSelector } from './goods-selector.ts';
import type { Promotion } from './promotion.ts';

/** What is wrong with a promotion whose fields are right one by one, for whoever wrote it. */
export interface PromotionFault {
  /** The path of the field. */
  readonly field: string;
  readonly issue: string;
}

const namesNothing = ({ skus, categories, brands }: GoodsSelector): boolean => skus.length + categories.length + brands.length === 0;

/** What is wrong in the fields of its kind. */
function faultOfKind(promotion: Promotion): PromotionFault | null {
  switch (promotion.kind) {
    case 'multi_buy':
      return promotion.pay < promotion.buy ? null : { field: 'pay', issue: 'is not less than `buy`, so nothing is free' };
    case 'buy_get_other':
      return namesNothing(promotion.gets) ? { field: 'gets', issue: 'names no goods' } : null;
    case 'bundle': {
      const part = promotion.parts.findIndex(namesNothing);
      return part < 0 ? null : { field: `parts.${part}`, issue: 'names no goods' };
    }
    case 'tiered': {
      const place = promotion.tiers.findIndex((tier, index) => index > 0 && tier.fromMinor <= (promotion.tiers[index - 1]?.fromMinor ?? 0));
      return place < 0 ? null : { field: `tiers.${place}.fromMinor`, issue: 'is not above the tier before it' };
    }
    default:
      return null;
  }
}

/** Why a promotion cannot be taken, though each of its fields is right; null where nothing is wrong. */
export function promotionFault(promotion: Promotion): PromotionFault | null {
  if (promotion.endsOn < promotion.startsOn) return { field: 'endsOn', issue: 'is before `startsOn`' };
  if (promotion.kind !== 'bundle' && !promotion.everything && namesNothing(promotion)) {
    return { field: 'skus', issue: 'names no goods: give SKUs, categories or brands, or `everything`' };
  }
  if (promotion.fromTime !== null && promotion.fromTime === promotion.untilTime) {
    return { field: 'untilTime', issue: 'is the same as `fromTime`' };
  }
  if (promotion.option !== null && promotion.bestOf === null) return { field: 'option', issue: 'needs `bestOf`' };
  if (promotion.usesPerCode !== null && promotion.codes.length === 0) return { field: 'usesPerCode', issue: 'needs `codes`' };
  return faultOfKind(promotion);
}
