import { z } from 'zod';
import { adjustment } from '../base/adjustment.ts';
import { businessDate, entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** What a quote promises for a line: what came off its price then, until a day. */
export const quotedPrice = z.strictObject({
  /** The number of the quote. */
  number: text.min(1).max(20),
  /** The last day on which it holds, in the calendar of the store. */
  validUntil: businessDate,
  adjustments: z.array(adjustment).max(50),
  /** Whom it was promised to; null where to nobody by name. */
  customerId: entityId.nullable().default(null),
});

export type QuotedPrice = z.infer<typeof quotedPrice>;
