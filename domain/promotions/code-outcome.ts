import type { PromotionResult } from './apply-promotions.ts';
import { promotionsOfCode } from './coupon-codes.ts';
import type { Promotion } from './promotion.ts';
import type { Missed } from './run-promotions.ts';

/** What a code did to a sale. */
export interface CodeOutcome {
  readonly status: 'used' | 'not_used' | 'unknown';
  /** Each promotion that it unlocks. Neither amount nor reason where no goods of the promotion are in the sale. */
  readonly promotions: readonly {
    readonly promotion: Promotion;
    readonly amountMinor: number | null;
    readonly missed: Missed | null;
  }[];
}

/** What a code did to a sale, promotion by promotion. @param code as a promotion writes it. */
export function codeOutcome(
  code: string,
  { applied, missed }: Pick<PromotionResult, 'applied' | 'missed'>,
  promotions: readonly Promotion[],
): CodeOutcome {
  const unlocked = promotionsOfCode(promotions, code).map((promotion) => ({
    promotion,
    amountMinor: applied.find(({ promotionId }) => promotionId === promotion.id)?.amountMinor ?? null,
    missed: missed.find(({ promotionId }) => promotionId === promotion.id) ?? null,
  }));
  const isUsed = unlocked.some(({ amountMinor }) => amountMinor !== null);
  return { status: isUsed ? 'used' : unlocked.length === 0 ? 'unknown' : 'not_used', promotions: unlocked };
}
