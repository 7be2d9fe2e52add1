import { refuse, type Result } from '../../domain/base/result.ts';
import { accountLimitSet, storedValueAdjusted } from '../../domain/stored-value/operations.ts';
import { accountId, type StoredValue } from '../../domain/stored-value/stored-value.ts';
import type { AccountAdjustRequest, AccountLimitRequest } from '../../domain/stored-value/account-protocol.ts';
import type { Actor } from '../access/actor.ts';
import { readCustomer } from '../customers/find-customers.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { findStoredValue, recordChange, recordedBefore, type StoredValueRefusal } from './change-stored-value.ts';

/** Opens the account of a customer, or changes its limit, by an operation of the head office. The same request again changes nothing. */
export function setAccountLimit(
  db: Db,
  customerId: string,
  { operationId, storeId, ...given }: AccountLimitRequest,
  by: Actor,
  at = new Date(),
): Promise<Result<StoredValue, StoredValueRefusal>> {
  const id = accountId(customerId);
  const request = accountLimitSet.request({ accountId: id, ...given });
  const { currency, limitMinor } = given;
  return transact(db, async (tx) => {
    const before = await recordedBefore(tx, operationId, request, id);
    if (before !== undefined) return before;
    if ((await readCustomer(tx, customerId)) === undefined) return refuse('unknown_customer');
    const known = await findStoredValue(tx, id);
    if (known !== undefined && known.currency !== currency) return refuse('other_currency');
    const home = known?.storeId ?? storeId;
    const store = await tx.selectFrom('locations').select('id').where('id', '=', home).executeTakeFirst();
    if (store === undefined) return refuse('unknown_store');
    const change = { operationId, id, storeId: home, request, code: 'account.limit', subject: customerId } as const;
    return recordChange(tx, { ...change, after: { currency, limitMinor } }, by, at);
  });
}

/** Puts a payment on an account, or changes it, by an operation of the head office. The same request again changes nothing. */
export function adjustAccount(
  db: Db,
  customerId: string,
  { operationId, differenceMinor, reason, note }: AccountAdjustRequest,
  by: Actor,
  at = new Date(),
): Promise<Result<StoredValue, StoredValueRefusal>> {
  const id = accountId(customerId);
  return transact(db, async (tx) => {
    const known = await findStoredValue(tx, id);
    if (known === undefined || known.issuedAt === null) return refuse('unknown_account');
    const { storeId, currency } = known;
    const request = storedValueAdjusted.request({ storedValueId: id, kind: 'account', currency, differenceMinor, reason, note });
    const before = await recordedBefore(tx, operationId, request, id);
    if (before !== undefined) return before;
    const change = { operationId, id, storeId, request, code: 'account.adjust', subject: customerId } as const;
    return recordChange(tx, { ...change, after: { differenceMinor, reason } }, by, at);
  });
}
