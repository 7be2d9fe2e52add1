import { useMemo } from 'react';
import { couponUseDocument, promotionUseDocument, storePromotionUseDocument } from '../../../domain/promotions/documents.ts';
import { knownUses } from '../../../domain/promotions/known-uses.ts';
import type { PromotionContext } from '../../../domain/promotions/promotion-context.ts';
import { useDocuments, useRegister } from '../../kit/register-context.tsx';

/** What promotions and codes were used for already, as far as this register knows. */
export function usePromotionUses(): Required<Pick<PromotionContext, 'used' | 'usedCodes' | 'usedMinor'>> {
  const { storeId } = useRegister().identity;
  const coupons = useDocuments(couponUseDocument);
  const all = useDocuments(promotionUseDocument);
  const own = useDocuments(storePromotionUseDocument);
  const usedCodes = useMemo(() => new Map([...coupons].map(([id, { uses }]) => [id, uses])), [coupons]);
  const usedMinor = useMemo(() => new Map([...coupons].map(([id, { amountMinor = 0 }]) => [id, amountMinor])), [coupons]);
  const used = useMemo(() => knownUses(all.values(), own.values(), storeId), [all, own, storeId]);
  return useMemo(() => ({ used, usedCodes, usedMinor }), [used, usedCodes, usedMinor]);
}
