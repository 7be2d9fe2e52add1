import { z } from 'zod';
import { instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';

const MOST_AT_ONCE = 100;

/** `GET /v1/jobs/failed`. */
export const failedJobQuery = z.object({
  /** Where the page before ended, as its `next` said. */
  after: text.max(300).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_AT_ONCE).default(50),
});

/** A job that was tried as often as it may be. */
export const failedJob = z.strictObject({
  id: z.number(),
  kind: text,
  key: text,
  /** What it is about: ids, and no personal data. */
  payload: z.unknown(),
  attempts: z.number(),
  /** What went wrong last, as a code. */
  error: text.nullable(),
  /** When it was given up. */
  at: instant,
});

export const failedJobPage = z.strictObject({ items: z.array(failedJob), next: text.nullable() });

/** `POST /v1/jobs/retry` and `POST /v1/jobs/discard`. */
export const failedJobsRequest = z.strictObject({ ids: z.array(z.number().int().min(1)).min(1).max(MOST_AT_ONCE) });

/** The numbers of those that were there and are not in the list any more. */
export const failedJobsAnswer = z.strictObject({ ids: z.array(z.number()) });

export type FailedJob = z.infer<typeof failedJob>;
export type FailedJobPage = z.infer<typeof failedJobPage>;
export type FailedJobQuery = z.infer<typeof failedJobQuery>;
