import { sql } from 'kysely';
import { lateResolutionDocument } from '../../domain/exceptions/documents.ts';
import { registerScope } from '../../domain/base/scope.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';

/**
 * The decisions that changed nothing, of these exceptions, for the registers that recorded them. They carry the exception as it is when
 * they are pulled, so each is told again whenever one of these is written (rule R2).
 */
export async function lateResolutionsOf(tx: Tx, exceptionIds: readonly string[]): Promise<ChangeItem[]> {
  if (exceptionIds.length === 0) return [];
  const { rows } = await sql<{ id: string; register: string }>`
    select r.operation_id as id, o.register_id as register from exception_resolutions r join operations o on o.id = r.operation_id::uuid
    where r.outcome <> 'counted' and r.exception_id = any(${exceptionIds}::text[])`.execute(tx);
  return rows.map(({ id, register }) => ({ scope: registerScope(register), kind: lateResolutionDocument.kind, id }));
}
