import type { Adjustment } from '../../../domain/base/adjustment.ts';
import type { Unlock } from '../../../domain/promotions/run-promotions.ts';
import { formatMoney } from '../../kit/format-money.ts';
import type { PromotionNames } from '../../kit/promotion-reasons.ts';
import { words } from '../../words/words.ts';

/** Which promotions made a line cheaper, each once; null where none did. */
export function appliedWords(adjustments: readonly Adjustment[], names: PromotionNames): string | null {
  const promoted = adjustments.filter(({ source }) => source === 'promotion' || source === 'reward');
  const applied = new Set(promoted.map(({ sourceId }) => names.get(sourceId ?? '') ?? words('sale.promotion')));
  return applied.size === 0 ? null : [...applied].join(' · ');
}

/** What would unlock the next promotion, in a line; null where nothing is near, or the promotion is not known. */
export function unlockWords(next: Unlock | null, names: PromotionNames, currency: string): string | null {
  const name = next === null ? undefined : names.get(next.promotionId);
  if (next === null || name === undefined) return null;
  if (next.missingUnits !== null) return words('sale.unlockUnits', { name, count: next.missingUnits });
  return next.missingMinor === null ? null : words('sale.unlockAmount', { name, amount: formatMoney(next.missingMinor, currency) });
}
