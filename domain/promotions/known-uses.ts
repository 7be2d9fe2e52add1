import type { PromotionUse } from './promotion-context.ts';
import type { PromotionUseByStore, StorePromotionUse } from './promotion-use.ts';

/**
 * What a register knows of the uses of promotions: its own store as it is now, with what is still pending, and the other stores as they
 * were counted last.
 */
export function knownUses(
  all: Iterable<PromotionUseByStore>,
  own: Iterable<StorePromotionUse>,
  storeId: string,
): ReadonlyMap<string, PromotionUse> {
  const known = new Map<string, PromotionUse>();
  const add = (id: string, { amountMinor, uses }: Pick<PromotionUse, 'amountMinor' | 'uses'>) => {
    const before = known.get(id);
    known.set(id, {
      amountMinor: (before?.amountMinor ?? 0) + amountMinor,
      uses: (before?.uses ?? 0) + uses,
    });
  };
  for (const { id, stores } of all) {
    for (const [store, counted] of Object.entries(stores)) if (store !== storeId) add(id, counted);
  }
  for (const use of own) if (use.storeId === storeId) add(use.promotionId, use);
  return known;
}
