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
export const adjustmentReason = z.enum(['issued', 'goodwill', 'correction', 'imported', 'paid_out', 'payment']);

/** The reasons of those that are found by a number, and of accounts. */
export const numberedReason = adjustmentReason.exclude(['payment']);
export const accountReason = adjustmentReason.exclude(['issued', 'paid_out']);

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

/** The head office opens the account of a customer, or changes how far its balance may go below zero. */
const accountLimitSetPayload = z.strictObject({
  accountId: entityId,
  currency,
  /** In minor units. */
  limitMinor: minorAmount.min(0),
  note: text.max(300).default(''),
});

type LimitSet = Recorded<'account_limit_set', z.infer<typeof accountLimitSetPayload>>;
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

/** What was bought on it before is known already; it may have been in another currency, and stays in it. */
function applyLimitSet(reader: StoreReader, { payload, storeId, at }: LimitSet): Effect[] {
  const { accountId: id, currency: inCurrency, limitMinor } = payload;
  const known = reader.get(storedValueDocument, id);
  const opened = { id, kind: 'account', storeId, currency: inCurrency, balanceMinor: 0, isBlocked: false } as const;
  return [storedValueDocument.put({ ...opened, ...known, limitMinor, issuedAt: known?.issuedAt ?? at, changedAt: at })];
}

export const storedValueAdjusted = defineOperation({
  type: 'stored_value_adjusted',
  since: 3,
  permission: 'stored_value.adjust',
  payload: storedValueAdjustedPayload,
  reads: ({ id, payload }) => readsOfMoves([{ id: payload.storedValueId, kind: payload.kind }], id),
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

export const accountLimitSet = defineOperation({
  type: 'account_limit_set',
  since: 3,
  permission: 'stored_value.adjust',
  payload: accountLimitSetPayload,
  reads: ({ payload }) => [storedValueDocument.key(payload.accountId)],
  apply: applyLimitSet,
  amounts: ({ limitMinor }) => [['limitMinor', limitMinor]],
  byHeadOffice: () => true,
});

export const STORED_VALUE_OPERATIONS = [storedValueAdjusted, storedValueBlocked, accountLimitSet] as const;
