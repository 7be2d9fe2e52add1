import { z } from 'zod';
import { businessDate, entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { promotion } from './promotion.ts';

/** How many promotions an answer has at most. */
const MOST = 200;

/** `GET /v1/promotions`: by id. `after` is `next` of the page before. */
export const promotionQuery = z.strictObject({
  /** Only those that hold on this day, as far as dates go. */
  on: businessDate.optional(),
  after: entityId.optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(50),
});
export const promotionPage = z.strictObject({ items: z.array(promotion), next: text.nullable() });

/** `POST /v1/promotions/ID/end`: its last day. */
export const promotionEnd = z.strictObject({ endsOn: businessDate });

export type PromotionQuery = z.infer<typeof promotionQuery>;
export type PromotionPage = z.infer<typeof promotionPage>;
