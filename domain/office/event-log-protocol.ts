import { z } from 'zod';
import { instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** `GET /v1/event-log`: from where on; without both from the beginning. */
export const eventLogQuery = z.object({
  epoch: text.max(100).optional(),
  seq: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

/** What happened behind it, and from where to go on. */
export const eventLogPage = z.strictObject({
  events: z.array(z.strictObject({ seq: z.number(), event: text, ids: z.record(text, text), at: instant })),
  epoch: text.nullable(),
  seq: z.number(),
});
