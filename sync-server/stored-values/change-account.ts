import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { accountLimitSet, storedValueAdjusted } from '../../domain/stored-value/operations.ts';
import { accountId, type StoredValue } from '../../domain/stored-value/stored-value.ts';
import type { AccountAdjustRequest, AccountLimitRequest } from '../../domain/stored-value/account-protocol.ts';
import type { Actor } from '../access/actor.ts';
import { readCustomer } from '../customers/find-customers.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { findStoredValue, recordChange, recordedBefore, type StoredValueRefusal } from './change-stored-value.ts';

export interface WeighedLimit {
  /** The store that keeps the account, or would keep it. */
  readonly home: string;
  readonly known: StoredValue | undefined;
}

/** Whether a customer can have an account with a limit in this currency. Changes nothing. */
export async function weighAccountLimit(
  db: Db | Tx,
  customerId: string,
  { storeId, currency }: Pick<AccountLimitRequest, 'storeId' | 'currency'>,
): Promise<Result<WeighedLimit, StoredValueRefusal>> {
  if ((await readCustomer(db, customerId)) === undefined) return refuse('unknown_customer');
  const known = await findStoredValue(db, accountId(customerId));
  if (known !== undefined && known.currency !== currency) return refuse('other_currency');
  const home = known?.storeId ?? storeId;
  const store = await db.selectFrom('locations').select('id').where('id', '=', home).executeTakeFirst();
  return store === undefined ? refuse('unknown_store') : accept({ home, known });
}

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
    const weighed = await weighAccountLimit(tx, customerId, { storeId, currency });
    if (!weighed.ok) return weighed;
    const change = { operationId, id, storeId: weighed.value.home, request, code: 'account.limit', subject: customerId } as const;
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
