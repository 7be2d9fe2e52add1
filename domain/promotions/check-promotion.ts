import type { GoodsSelector } from './goods-selector.ts';
import type { Promotion } from './promotion.ts';

/** A closed list: who imports a file is told by code. */
export type PromotionFaultCode =
  | 'dates_reversed'
  | 'no_goods'
  | 'same_time'
  | 'needs_best_of'
  | 'needs_codes'
  | 'nothing_free'
  | 'tiers_out_of_order';

/** What is wrong with a promotion whose fields are right one by one, for whoever wrote it. */
export interface PromotionFault {
  /** The path of the field. */
  readonly field: string;
  readonly fault: PromotionFaultCode;
  readonly issue: string;
}

const namesNothing = ({ skus, categories, brands }: GoodsSelector): boolean => skus.length + categories.length + brands.length === 0;

/** What is wrong in the fields of its kind. */
function faultOfKind(promotion: Promotion): PromotionFault | null {
  switch (promotion.kind) {
    case 'multi_buy':
      return promotion.pay < promotion.buy
        ? null
        : { field: 'pay', fault: 'nothing_free', issue: 'is not less than `buy`, so nothing is free' };
    case 'buy_get_other':
      return namesNothing(promotion.gets) ? { field: 'gets', fault: 'no_goods', issue: 'names no goods' } : null;
    case 'bundle': {
      const part = promotion.parts.findIndex(namesNothing);
      return part < 0 ? null : { field: `parts.${part}`, fault: 'no_goods', issue: 'names no goods' };
    }
    case 'tiered': {
      const place = promotion.tiers.findIndex((tier, index) => index > 0 && tier.fromMinor <= (promotion.tiers[index - 1]?.fromMinor ?? 0));
      return place < 0
        ? null
        : { field: `tiers.${place}.fromMinor`, fault: 'tiers_out_of_order', issue: 'is not above the tier before it' };
    }
    default:
      return null;
  }
}

/** Why a promotion cannot be taken, though each of its fields is right; null where nothing is wrong. */
export function promotionFault(promotion: Promotion): PromotionFault | null {
  if (promotion.endsOn < promotion.startsOn) return { field: 'endsOn', fault: 'dates_reversed', issue: 'is before `startsOn`' };
  if (promotion.kind !== 'bundle' && !promotion.everything && namesNothing(promotion)) {
    return { field: 'skus', fault: 'no_goods', issue: 'names no goods: give SKUs, categories or brands, or `everything`' };
  }
  if (promotion.fromTime !== null && promotion.fromTime === promotion.untilTime) {
    return { field: 'untilTime', fault: 'same_time', issue: 'is the same as `fromTime`' };
  }
  if (promotion.option !== null && promotion.bestOf === null) return { field: 'option', fault: 'needs_best_of', issue: 'needs `bestOf`' };
  if (promotion.usesPerCode !== null && promotion.codes.length === 0)
    return { field: 'usesPerCode', fault: 'needs_codes', issue: 'needs `codes`' };
  return faultOfKind(promotion);
}
