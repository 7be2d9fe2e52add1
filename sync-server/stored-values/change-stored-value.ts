import { sql } from 'kysely';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { OperationRequest } from '../../domain/registry/operations.ts';
import { storedValueDocument } from '../../domain/stored-value/documents.ts';
import { accountLimitSet, storedValueAdjusted, storedValueBlocked } from '../../domain/stored-value/operations.ts';
import { type StoredValue, storedValueId } from '../../domain/stored-value/stored-value.ts';
import type { AdjustRequest, BlockRequest } from '../../domain/stored-value/stored-value-protocol.ts';
import { type Actor, logAction } from '../access/actor.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { lockOfficeRegister } from '../office/office-register.ts';
import { recordAtOffice } from '../office/record-at-office.ts';

export type StoredValueRefusal =
  | 'unknown_stored_value'
  | 'unknown_account'
  | 'unknown_customer'
  | 'unknown_store'
  | 'other_currency'
  | 'other_kind'
  | 'id_reused';

/** A stored value as it is now; undefined where there is none. */
export async function findStoredValue(db: Db | Tx, id: string): Promise<StoredValue | undefined> {
  const { rows } = await sql<{ body: StoredValue }>`
    select body from documents where kind = ${storedValueDocument.kind} and id = ${id}`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : storedValueDocument.completed(row.body);
}

export interface StoredValueChange {
  readonly operationId: string;
  readonly id: string;
  readonly storeId: string;
  readonly request: OperationRequest;
  readonly code: 'stored_value.adjust' | 'stored_value.block' | 'account.limit' | 'account.adjust' | 'points.adjust';
  /** Whom the log of actions names. */
  readonly subject: string;
  readonly after: Readonly<Record<string, string | number | boolean>>;
}

/** Records a change in the head office's journal of a store, once. */
export async function recordChange(
  tx: Tx,
  { operationId, id, storeId, request, code, subject, after }: StoredValueChange,
  by: Actor,
  at: Date,
) {
  const register = await lockOfficeRegister(tx, storeId);
  await recordAtOffice(tx, request, operationId, storeId, register, at);
  await logAction(tx, by, { code, subject, after });
  const value = await findStoredValue(tx, id);
  return value === undefined ? refuse<StoredValueRefusal>('unknown_stored_value') : accept(value);
}

const RECORDED = [storedValueAdjusted, storedValueBlocked, accountLimitSet];

/** What became of this operation before; undefined where it is new. */
export async function recordedBefore(
  tx: Tx,
  operationId: string,
  { type, payload }: OperationRequest,
  id: string,
): Promise<Result<StoredValue, StoredValueRefusal> | undefined> {
  const before = await tx.selectFrom('operations').select('body').where('id', '=', operationId).executeTakeFirst();
  if (before === undefined) return undefined;
  const body = before.body as { readonly type?: unknown; readonly payload?: unknown };
  const told = RECORDED.some((one) => one.is(body as never)) ? body.payload : undefined;
  const value = await findStoredValue(tx, id);
  // What is written leaves out what holds its default.
  const isSame = body.type === type && canonicalJson({ note: '', ...(told as object) }) === canonicalJson({ note: '', ...payload });
  return isSame && value !== undefined ? accept(value) : refuse('id_reused');
}

/** Puts money on a number, or takes it off, by an operation of the head office. The same request again changes nothing. */
export function adjustStoredValue(
  db: Db,
  given: AdjustRequest,
  by: Actor,
  at = new Date(),
): Promise<Result<StoredValue, StoredValueRefusal>> {
  const { operationId, number, storeId, ...change } = given;
  const id = storedValueId(number);
  const request = storedValueAdjusted.request({ storedValueId: id, ...change });
  return transact(db, async (tx) => {
    const before = await recordedBefore(tx, operationId, request, id);
    if (before !== undefined) return before;
    const store = await tx.selectFrom('locations').select('id').where('id', '=', storeId).executeTakeFirst();
    if (store === undefined) return refuse('unknown_store');
    const known = await findStoredValue(tx, id);
    if (known !== undefined && known.currency !== change.currency) return refuse('other_currency');
    if (known !== undefined && known.kind !== change.kind) return refuse('other_kind');
    const { kind, currency, differenceMinor, reason } = change;
    const after = { kind, currency, differenceMinor, reason };
    return recordChange(tx, { operationId, id, storeId, request, code: 'stored_value.adjust', subject: id, after }, by, at);
  });
}

/** Stops the use of a stored value, or allows it again, by an operation of the head office. The same request again changes nothing. */
export function blockStoredValue(
  db: Db,
  { operationId, ...payload }: BlockRequest,
  by: Actor,
  at = new Date(),
): Promise<Result<StoredValue, StoredValueRefusal>> {
  const request = storedValueBlocked.request(payload);
  const { storedValueId: id, isBlocked } = payload;
  return transact(db, async (tx) => {
    const before = await recordedBefore(tx, operationId, request, id);
    if (before !== undefined) return before;
    const known = await findStoredValue(tx, id);
    if (known === undefined) return refuse('unknown_stored_value');
    const change = {
      operationId,
      id,
      storeId: known.storeId,
      request,
      code: 'stored_value.block',
      subject: id,
      after: { isBlocked },
    } as const;
    return recordChange(tx, change, by, at);
  });
}
