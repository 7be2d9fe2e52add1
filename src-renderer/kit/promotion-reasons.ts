import type { Promotion } from '../../domain/promotions/promotion.ts';
import type { Missed, Unlock } from '../../domain/promotions/run-promotions.ts';
import { words } from '../../texts/words/words.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import { formatDay } from '../../texts/say/format-time.ts';

/** Names of promotions by their ids. */
export type PromotionNames = ReadonlyMap<string, string>;

export function promotionNames(promotions: readonly Pick<Promotion, 'id' | 'name'>[]): PromotionNames {
  return new Map(promotions.map(({ id, name }) => [id, name]));
}

/** Why a promotion did not make the goods cheaper, as the rest of a sentence that begins with its name. */
export function missedWords(
  { reason, missingUnits, missingMinor, by }: Missed,
  promotion: Pick<Promotion, 'startsOn' | 'endsOn'> | undefined,
  names: PromotionNames,
  currency: string,
): string {
  const others = by.flatMap((id) => names.get(id) ?? []).join(', ');
  switch (reason) {
    case 'not_yet':
      return words('promotion.why.not_yet', { date: promotion === undefined ? '' : formatDay(promotion.startsOn) });
    case 'over':
      return words('promotion.why.over', { date: promotion === undefined ? '' : formatDay(promotion.endsOn) });
    case 'needs_units':
      return words('promotion.why.needs_units', { count: missingUnits ?? 1 });
    case 'below_minimum':
      return words('promotion.why.below_minimum', { amount: formatMoney(missingMinor ?? 0, currency) });
    case 'taken':
    case 'better_offer':
      return others === '' ? words('promotion.why.takenByOther') : words(`promotion.why.${reason}`, { names: others });
    default:
      return words(`promotion.why.${reason}`);
  }
}

/** What would unlock the next promotion, in a line; null where nothing is near, or the promotion is not known. */
export function unlockWords(next: Unlock | null, names: PromotionNames, currency: string): string | null {
  const name = next === null ? undefined : names.get(next.promotionId);
  if (next === null || name === undefined) return null;
  if (next.missingUnits !== null) return words('sale.unlockUnits', { name, count: next.missingUnits });
  return next.missingMinor === null ? null : words('sale.unlockAmount', { name, amount: formatMoney(next.missingMinor, currency) });
}
