import { expect, it } from 'vitest';
import { storePromotionUse, storeUseId } from './promotion-use.ts';

it('the id of a count takes the longest ids of a promotion and a store', () => {
  const [promotionId, storeId] = ['P'.repeat(64), 'S'.repeat(64)];
  const id = storeUseId(promotionId, storeId);
  expect(storePromotionUse.parse({ id, promotionId, storeId, amountMinor: -1, uses: 0 }).id).toBe(id);
  expect(storeUseId('P', 'S1')).not.toBe(storeUseId('P', 'S2'));
});
