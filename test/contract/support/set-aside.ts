import type { Operation } from '../../../domain/registry/operations.ts';
import type { Db } from '../../../sync-server/db/database.ts';
import { transact } from '../../../sync-server/db/transact.ts';
import { acceptInTransaction } from '../../../sync-server/intake/accept-in-transaction.ts';
import { readSubmission } from '../../../sync-server/intake/submission.ts';
import type { Enrolled } from './sync-pool.ts';

/**
 * Leaves the pool as a server leaves it that is older than the app and cannot read the operation yet: it has its place, no
 * effect, and may have numbered a receipt or not.
 * @returns its number in quarantine.
 */
export async function setAside(db: Db, register: Enrolled, operation: Operation, code = 'bad_schema'): Promise<number> {
  const before = await db
    .selectFrom('registers')
    .select(['receipt_count', 'receipt_slack'])
    .where('id', '=', register.registerId)
    .executeTakeFirstOrThrow();
  const wire = JSON.parse(JSON.stringify(operation)) as unknown;
  await transact(db, (tx) =>
    acceptInTransaction(tx, [readSubmission({ registerId: register.registerId, operations: [wire] })], { turns: 1, quarantineFirst: true }),
  );
  const reason = { code, facts: JSON.stringify({ fault: 'field_not_valid', path: 'type', issue: 'invalid_union' }) };
  await db.updateTable('operations').set(reason).where('id', '=', operation.id).execute();
  await db
    .updateTable('registers')
    .set({ receipt_count: before.receipt_count, receipt_slack: before.receipt_slack + 1 })
    .where('id', '=', register.registerId)
    .execute();
  const { id } = await db
    .updateTable('quarantine')
    .set(reason)
    .where('operation_id', '=', operation.id)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
