import { sql } from 'kysely';
import { registerScope } from '../../domain/base/scope.ts';
import { quarantinedOperationDocument } from '../../domain/quarantine/documents.ts';
import { reasonOf } from '../../domain/quarantine/reason.ts';
import type { Tx } from '../db/database.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';

/** What a replay says of an operation that needed none. */
export const ARRIVED = reasonOf('arrived');

/**
 * Settles what was refused, because another register brought it say, when the very same operation has come by another road since and
 * was applied in its own place (rule J3).
 * @returns whether that is so.
 */
export async function settleArrived(
  tx: Tx,
  held: { readonly id: number; readonly register_id: string; readonly operation_id: string | null; readonly content_hash: string },
): Promise<boolean> {
  const { rows } = await sql`
    update quarantine q set applied_at = now(), recorded_as = o.id from operations o
    where q.id = ${held.id}::bigint and o.id = ${held.operation_id}::uuid and o.hash = ${held.content_hash} and o.outcome = 'applied'
    returning q.id`.execute(tx);
  if (rows.length === 0) return false;
  await allocateChanges(tx, [
    { scope: registerScope(held.register_id), kind: quarantinedOperationDocument.kind, id: String(held.id), deleted: true },
  ]);
  return true;
}
