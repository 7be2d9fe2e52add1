import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';

const counted = {
  /** What it took off sales, less the part of goods that came back, in minor units. */
  amountMinor: minorAmount,
  /** Sales that it made cheaper. */
  uses: z.number().int().min(0),
};

/** What a promotion was used for in one store. Its sales and returns count it, also on a register without a connection. */
export const storePromotionUse = z.strictObject({
  /** As {@link storeUseId} makes it. */
  id: text.min(1).max(200),
  promotionId: entityId,
  storeId: entityId,
  ...counted,
});

/** What a promotion was used for in each store, for the registers of all others. It may be half a minute old. */
export const promotionUse = z.strictObject({
  /** Of the promotion. */
  id: entityId,
  stores: z.record(entityId, z.strictObject(counted)),
});

/** Both are ids of at most 64 characters. */
export function storeUseId(promotionId: string, storeId: string): string {
  return `${promotionId}:${storeId}`;
}

export type StorePromotionUse = z.infer<typeof storePromotionUse>;
export type PromotionUseByStore = z.infer<typeof promotionUse>;
