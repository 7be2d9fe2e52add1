import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { MOST_BELIEVED_MINOR } from '../base/limits.ts';
import { currency, minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';
import { numberedReason } from './operations.ts';
import { numberedKind, readCardNumber, storedValue } from './stored-value.ts';

/** `GET /v1/stored-values/ID/balance`: what the server knows of it now; null when nobody has issued or used it. */
export const storedValueBalance = z.strictObject({
  value: storedValue.nullable(),
  /** The last operation of the asking register that this holds. */
  appliedSeq: z.number().int().min(0),
});

const number = text.max(60).transform((entered, context) => {
  const digits = readCardNumber(entered);
  if (digits !== null) return digits;
  context.addIssue({ code: 'custom', message: 'A card number has 8 to 24 digits.' });
  return z.NEVER;
});

const note = text.trim().max(300).default('');

/** `POST /v1/stored-values/adjust`: puts money on a number, or takes it off. The same `operationId` again changes nothing. */
export const adjustRequest = z.strictObject({
  operationId: z.uuidv7(),
  /** Kept as a hash alone. */
  number,
  /** The store whose tills know it without a connection. It stays that of a number which is known already. */
  storeId: entityId,
  kind: numberedKind,
  currency,
  /** In minor units; negative where it is taken off. */
  differenceMinor: minorAmount
    .min(-MOST_BELIEVED_MINOR)
    .max(MOST_BELIEVED_MINOR)
    .refine((minor) => minor !== 0, 'A difference of 0 changes nothing.'),
  reason: numberedReason,
  note,
});

/** `POST /v1/stored-values/block`: stops the use of a number, or allows it again. */
export const blockRequest = z.strictObject({ operationId: z.uuidv7(), storedValueId: entityId, isBlocked: z.boolean(), note });

export type StoredValueBalance = z.infer<typeof storedValueBalance>;
export type AdjustRequest = z.infer<typeof adjustRequest>;
export type BlockRequest = z.infer<typeof blockRequest>;
