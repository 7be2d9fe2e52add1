import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { accountReason } from '../stored-value/operations.ts';

/** `GET /v1/points/CUSTOMER`, and the answer to a change: how many points a customer has; below zero where some were taken back. */
export const pointsBalance = z.strictObject({ customerId: entityId, points: z.number().int() });

const MOST = 1_000_000_000;

/** `POST /v1/points/CUSTOMER/adjust`: gives points, or takes them. The same `operationId` again changes nothing. */
export const pointsAdjustRequest = z.strictObject({
  operationId: z.uuidv7(),
  /** The store whose tills know them without a connection. It stays that of points which are known already. */
  storeId: entityId,
  points: z
    .number()
    .int()
    .min(-MOST)
    .max(MOST)
    .refine((count) => count !== 0, 'A difference of 0 changes nothing.'),
  reason: accountReason.exclude(['payment']),
  note: text.trim().max(300).default(''),
});

export type PointsBalance = z.infer<typeof pointsBalance>;
export type PointsAdjustRequest = z.infer<typeof pointsAdjustRequest>;
