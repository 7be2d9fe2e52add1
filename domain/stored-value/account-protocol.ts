import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { MOST_BELIEVED_MINOR } from '../base/limits.ts';
import { currency, minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';
import { accountReason, adjustmentReason } from './operations.ts';
import { storedValue } from './stored-value.ts';

const note = text.trim().max(300).default('');

/** `POST /v1/accounts/ID/limit`: opens a customer's account, or changes its limit. The same `operationId` again changes nothing. */
export const accountLimitRequest = z.strictObject({
  operationId: z.uuidv7(),
  /** The store whose tills know it without a connection. It stays that of an account which is known already. */
  storeId: entityId,
  currency,
  /** How far the balance may go below zero, in minor units. */
  limitMinor: minorAmount.min(0).max(MOST_BELIEVED_MINOR),
  note,
});

/** `POST /v1/accounts/ID/adjust`: a payment that came to the head office, or a change. The same `operationId` again changes nothing. */
export const accountAdjustRequest = z.strictObject({
  operationId: z.uuidv7(),
  /** In minor units; positive where the customer paid. */
  differenceMinor: minorAmount
    .min(-MOST_BELIEVED_MINOR)
    .max(MOST_BELIEVED_MINOR)
    .refine((minor) => minor !== 0, 'A difference of 0 changes nothing.'),
  reason: accountReason,
  note,
});

/** A line of a statement. */
export const accountEntry = z.strictObject({
  operationId: entityId,
  at: instant,
  storeName: text,
  /** Bought on account, paid at a till, brought back, or said by the head office. */
  kind: z.enum(['sale', 'payment', 'return', 'adjustment']),
  /** Null where the head office said it. */
  receiptNumber: text.nullable(),
  /** In minor units; negative where the customer owes more by it. */
  amountMinor: minorAmount,
  reason: adjustmentReason.nullable(),
  note: text,
});

/** `GET /v1/accounts/ID`: the account of a customer, null where they have none, with its entries, the newest first. */
export const accountQuery = z.strictObject({
  /** `next` of the page before. */
  after: text
    .max(200)
    .regex(/^\S+ \S+ [a-z]+$/, 'This is no `next` of a page.')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const accountStatement = z.strictObject({
  account: storedValue.nullable(),
  entries: z.array(accountEntry),
  next: text.nullable(),
});

export type AccountLimitRequest = z.infer<typeof accountLimitRequest>;
export type AccountAdjustRequest = z.infer<typeof accountAdjustRequest>;
export type AccountEntry = z.infer<typeof accountEntry>;
export type AccountQuery = z.infer<typeof accountQuery>;
export type AccountStatement = z.infer<typeof accountStatement>;
