import { z } from 'zod';
import { defineOperation, type Recorded } from '../base/define-operation.ts';
import type { StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import { entityId } from '../base/envelope.ts';
import { currency, minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';
import { storedValueDocument } from './documents.ts';
import { moveStoredValues, readsOfMoves } from './move-stored-value.ts';
import { storedValueKind } from './stored-value.ts';

/** Why the head office changes a stored value. */
export const adjustmentReason = z.enum(['issued', 'goodwill', 'correction', 'imported', 'paid_out']);

/** The head office puts money on a stored value, or takes it off. */
const storedValueAdjustedPayload = z.strictObject({
  storedValueId: entityId,
  kind: storedValueKind,
  currency,
  /** What is added, in minor units; negative where it is taken off. */
  differenceMinor: minorAmount.refine((minor) => minor !== 0, 'A difference of 0 changes nothing.'),
  reason: adjustmentReason,
  note: text.max(300).default(''),
});

/** The head office stops the use of a stored value, or allows it again. */
const storedValueBlockedPayload = z.strictObject({ storedValueId: entityId, isBlocked: z.boolean(), note: text.max(300).default('') });

type Adjusted = Recorded<'stored_value_adjusted', z.infer<typeof storedValueAdjustedPayload>>;
type Blocked = Recorded<'stored_value_blocked', z.infer<typeof storedValueBlockedPayload>>;

function applyAdjusted(reader: StoreReader, operation: Adjusted): Effect[] {
  const { storedValueId: id, kind, currency: inCurrency, differenceMinor: amountMinor } = operation.payload;
  return moveStoredValues(reader, operation, [{ id, kind, currency: inCurrency, amountMinor }], operation.id);
}

function applyBlocked(reader: StoreReader, { payload, at }: Blocked): Effect[] {
  const value = reader.get(storedValueDocument, payload.storedValueId);
  return value === undefined ? [] : [storedValueDocument.put({ ...value, isBlocked: payload.isBlocked, changedAt: at })];
}

export const storedValueAdjusted = defineOperation({
  type: 'stored_value_adjusted',
  since: 3,
  permission: 'stored_value.adjust',
  payload: storedValueAdjustedPayload,
  reads: ({ id, payload }) => readsOfMoves([{ id: payload.storedValueId }], id),
  apply: applyAdjusted,
  amounts: ({ differenceMinor }) => [['differenceMinor', Math.abs(differenceMinor)]],
  byHeadOffice: () => true,
});

export const storedValueBlocked = defineOperation({
  type: 'stored_value_blocked',
  since: 3,
  permission: 'stored_value.adjust',
  payload: storedValueBlockedPayload,
  reads: ({ payload }) => [storedValueDocument.key(payload.storedValueId)],
  apply: applyBlocked,
  byHeadOffice: () => true,
});

export const STORED_VALUE_OPERATIONS = [storedValueAdjusted, storedValueBlocked] as const;
