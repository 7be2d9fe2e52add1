import { DocumentMap } from '../../domain/base/document-map.ts';
import { exceptionDocument } from '../../domain/exceptions/documents.ts';
import type { ResolveRequest } from '../../domain/office/office-protocol.ts';
import { resolveException } from '../../domain/exceptions/resolve-exception.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type Actor, logAction, nameInOperation } from '../access/actor.ts';
import { lockOfficeRegister } from './office-register.ts';
import { recordAtOffice } from './record-at-office.ts';

export type OfficeRefusal = Refusal | 'unknown_exception' | 'unknown_sku' | 'id_reused';

/** Whether an operation that came before says what is asked for now. */
function saysTheSame(body: unknown, request: ResolveRequest): boolean {
  const { payload } = body as { payload?: Record<string, unknown> };
  return payload?.['exceptionId'] === request.exceptionId && payload['choice'] === request.choice;
}

async function resolveInTransaction(tx: Tx, request: ResolveRequest, by: Actor, at: Date): Promise<Result<null, OfficeRefusal>> {
  const { operationId, exceptionId, ...made } = request;
  const before = await tx.selectFrom('operations').select('body').where('id', '=', operationId).executeTakeFirst();
  if (before !== undefined) return saysTheSame(before.body, request) ? accept(null) : refuse('id_reused');
  const about = await tx.selectFrom('exceptions').select('store_id').where('id', '=', exceptionId).executeTakeFirst();
  if (about === undefined) return refuse('unknown_exception');
  // The register first, then the exception: the order in which the journal's intake takes these locks.
  const register = await lockOfficeRegister(tx, about.store_id);
  const { body: exception } = await tx
    .selectFrom('exceptions')
    .select('body')
    .where('id', '=', exceptionId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const reader = DocumentMap.of(exceptionDocument, exception);
  const decided = resolveException(reader, exceptionId, made, nameInOperation(by));
  if (!decided.ok) return decided;
  const { sku } = decided.value.payload;
  if (sku !== null) {
    const product = await tx.selectFrom('products').select('sku').where('sku', '=', sku).executeTakeFirst();
    if (product === undefined) return refuse('unknown_sku');
  }
  await recordAtOffice(tx, decided.value, operationId, about.store_id, register, at);
  await logAction(tx, by, { code: 'exception.resolve', subject: exceptionId, after: { choice: made.choice, operationId } });
  return accept(null);
}

/**
 * Resolves an exception for the head office: decided by the same rule as in a store, recorded in the office's own
 * journal, and taken in like any register's operation, in one transaction. The same request again changes nothing.
 * @param by whose name the decision carries.
 */
export function resolveAtOffice(db: Db, request: ResolveRequest, by: Actor, at = new Date()): Promise<Result<null, OfficeRefusal>> {
  return transact(db, (tx) => resolveInTransaction(tx, request, by, at));
}
