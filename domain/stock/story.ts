import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** As many movements as an answer has, the newest first. */
export const STORY_PAGE = 50;

/** A movement of stock, and who moved it. */
const storyEntry = z.strictObject({
  /** Its place among the movements of the pool. */
  id: z.number().int(),
  /** When it was done, by the server's clock where no register did it. */
  at: instant,
  /** See `MovementCause`; text, so that an older register reads the causes of a newer server. */
  cause: text,
  onHand: z.number().int(),
  reserved: z.number().int(),
  /** Null where no register moved it: an order, an import. */
  associateId: entityId.nullable(),
  registerId: entityId.nullable(),
  /** The receipt, the order or the reason; null where there is none. */
  receiptNumber: text.nullable(),
  orderNumber: text.nullable(),
  reason: text.nullable(),
});

/** `GET /v1/stock/SKU/story`: what moved the stock of an article in the store of the register, the newest first. */
export const stockStory = z.strictObject({
  items: z.array(storyEntry).max(STORY_PAGE),
  /** `before` of the next answer; left out in the last one. */
  next: z.number().int().optional(),
});

export type StockStory = z.infer<typeof stockStory>;
export type StoryEntry = z.infer<typeof storyEntry>;
