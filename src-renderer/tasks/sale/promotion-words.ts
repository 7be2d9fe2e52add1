import type { Adjustment } from '../../../domain/base/adjustment.ts';
import type { PromotionNames } from '../../kit/promotion-reasons.ts';
import { words } from '../../../texts/words/words.ts';

/** Which promotions made a line cheaper, each once; null where none did. */
export function appliedWords(adjustments: readonly Adjustment[], names: PromotionNames): string | null {
  const promoted = adjustments.filter(({ source }) => source === 'promotion' || source === 'reward');
  const applied = new Set(promoted.map(({ sourceId }) => names.get(sourceId ?? '') ?? words('sale.promotion')));
  return applied.size === 0 ? null : [...applied].join(' · ');
}
