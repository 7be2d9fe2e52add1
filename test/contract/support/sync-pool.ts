import { documentOfKind } from '../../../domain/registry/documents.ts';
import { registerScope, storeScope } from '../../../domain/base/scope.ts';
import { sql } from 'kysely';
import type { PublicKey } from '../../../domain/base/signature.ts';
import type { Checkpoint, OperationResult } from '../../../domain/protocol/protocol.ts';
import type { Db } from '../../../sync-server/db/database.ts';
import { transact } from '../../../sync-server/db/transact.ts';
import { acceptOperations } from '../../../sync-server/intake/accept-operations.ts';
import { type Intake, readSubmission } from '../../../sync-server/intake/submission.ts';
import { allocateChanges, type ChangeItem } from '../../../sync-server/changes/allocate-changes.ts';
import { enrolRegister, makeEnrolmentCode } from '../../../sync-server/registers/enrol-register.ts';
import { pullChanges } from '../../../sync-server/feed/pull-changes.ts';
import { JournalBuilder } from '../../support/journal-builder.ts';
import { fillSmallPool } from './order-pool.ts';

/** Leaves every table but those of the migrations as it was made. */
export async function emptyEverything(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(db);
  // Deleting the few rows of a test takes a tenth of the time of a truncate, which makes a new file for each table and index.
  const deletions = rows.map((row) => `delete from ${row.name};`).join(' ');
  // A running server makes jobs by the clock: one made between the deletion and the new numbers would have a number of the next test.
  const empty = sql.raw(`
    do $$ begin
      set local session_replication_role = replica;
      lock table jobs in share row exclusive mode;
      ${deletions}
      perform setval(pg_get_serial_sequence(format('%I', table_name), column_name), 1, false)
        from information_schema.columns where table_schema = 'public' and is_identity = 'YES';
    end $$`);
  // A job that the server is at may want what is locked here, and the other way round.
  await transact(db, (tx) => empty.execute(tx));
}

/** Two stores, S1 and S2, with 100 each of A, B and C, and everything a register pulls named as a change. */
export async function fillSyncPool(db: Db): Promise<void> {
  await emptyEverything(db);
  const stock = [1, 2].flatMap((store) => ['A', 'B', 'C'].map((sku) => [store, sku, 100] as const));
  await fillSmallPool(db, { stores: 2, stock });
  const pages = await db.selectFrom('stock_levels').select(['location_id', 'page']).distinct().execute();
  const items: ChangeItem[] = [
    { scope: 'all', kind: 'company', id: 'company' },
    { scope: 'all', kind: 'catalog_page', id: '0' },
    ...['S1', 'S2'].map((id): ChangeItem => ({ scope: storeScope(id), kind: 'store', id })),
    ...pages.map((row): ChangeItem => ({ scope: storeScope(row.location_id), kind: 'stock_page', id: String(row.page) })),
  ];
  await transact(db, (tx) => allocateChanges(tx, items));
}

export interface Enrolled {
  readonly registerId: string;
  readonly storeId: string;
  readonly prefix: string;
  readonly token: string;
  readonly journal: JournalBuilder;
}

/** Enrols a register, with an empty journal to fill. @param publicKey by which it signs; without one it has no key. */
export async function enrol(db: Db, storeId = 'S1', publicKey?: PublicKey): Promise<Enrolled> {
  const code = await makeEnrolmentCode(db, storeId);
  if (!code.ok) throw new Error(code.refusal);
  const enrolled = await enrolRegister(db, code.value.code, publicKey);
  if (!enrolled.ok) throw new Error(enrolled.refusal);
  const { registerId, prefix, token } = enrolled.value;
  return { registerId, storeId, prefix, token, journal: new JournalBuilder({ registerId, storeId, prefix }) };
}

/** Sends operations as one request of a register. */
export async function send(db: Db, register: Enrolled, operations: readonly unknown[]): Promise<Intake> {
  // Through JSON, as on the wire.
  const wire = JSON.parse(JSON.stringify(operations)) as unknown[];
  const [intake] = await acceptOperations(db, [readSubmission({ registerId: register.registerId, operations: wire })]);
  if (intake === undefined) throw new Error('No answer came.');
  return intake;
}

/** Sends operations and gives their results. @throws when the register is refused. */
export async function push(db: Db, register: Enrolled, operations: readonly unknown[]): Promise<OperationResult[]> {
  const intake = await send(db, register, operations);
  if (!intake.ok) throw new Error(intake.refusal);
  return intake.results;
}

interface PulledChange {
  readonly scope: string;
  readonly seq: number;
  readonly kind: string;
  readonly id: string;
  readonly body: unknown;
}

export interface Replica {
  readonly documents: Map<string, unknown>;
  readonly seen: PulledChange[];
  checkpoint: Checkpoint;
  appliedSeq: number;
}

export function emptyReplica(): Replica {
  return { documents: new Map(), seen: [], checkpoint: {}, appliedSeq: 0 };
}

/** Pulls until nothing is left. @param limit changes an answer. */
export async function pullAll(db: Db, register: Enrolled, replica: Replica = emptyReplica(), limit = 1000): Promise<Replica> {
  for (;;) {
    const { registerId, storeId } = register;
    const pulled = await pullChanges(db, { registerId, storeId, checkpoint: replica.checkpoint, limit });
    if (!pulled.ok) throw new Error(pulled.refusal.code);
    for (const change of JSON.parse(pulled.value.changesJson) as PulledChange[]) {
      // A schema and the JSON that SQL makes of it cannot drift apart: whatever is pulled is what its kind says.
      if (change.body !== null) documentOfKind(change.kind)?.schema.parse(change.body);
      replica.seen.push(change);
      const key = `${change.scope} ${change.kind} ${change.id}`;
      if (change.body === null) replica.documents.delete(key);
      else replica.documents.set(key, change.body);
    }
    replica.checkpoint = pulled.value.checkpoint;
    replica.appliedSeq = pulled.value.appliedSeq;
    if (pulled.value.complete) return replica;
  }
}

/** Everything the pool says, without what only tells when and in which order it came to be. */
export async function poolState(db: Db, register: Enrolled) {
  const levels = await db
    .selectFrom('stock_levels')
    .select(['location_id', 'sku', 'on_hand', 'reserved'])
    .orderBy('location_id')
    .orderBy('sku')
    .execute();
  const sales = await db.selectFrom('sales').select(['receipt_number', 'body']).orderBy('receipt_number').execute();
  const shifts = await db.selectFrom('shifts').select('body').orderBy('id').execute();
  const orders = await db.selectFrom('fulfillment_orders').select('body').orderBy('id').execute();
  const exceptions = await db.selectFrom('exceptions').select('id').orderBy('id').execute();
  const state = await db
    .selectFrom('registers')
    .select(['applied_seq', 'last_hash', 'receipt_count', 'status'])
    .where('id', '=', register.registerId)
    .executeTakeFirst();
  const operations = await db
    .selectFrom('operations')
    .select(['id', 'seq', 'outcome', 'code'])
    .orderBy('register_id')
    .orderBy('seq')
    .execute();
  const movements = await sql`
    select cause, cause_id, sku, sum(on_hand) as on_hand, sum(reserved) as reserved from stock_movements
    where cause <> 'opening_balance' group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  const parked = await db.selectFrom('parked_operations').select('seq').execute();
  return {
    levels,
    sales,
    shifts,
    orders,
    exceptions,
    state,
    operations,
    movements: movements.rows,
    parked,
    registerScope: registerScope(register.registerId),
  };
}
