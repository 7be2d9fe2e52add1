import { quarantinedOperationDocument } from '../../domain/quarantine/documents.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { registerScope, storeScope } from '../../domain/base/scope.ts';
import type { Unknowns } from '../../domain/registry/unknown-facts.ts';
import { sql } from 'kysely';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { ReplayResult } from '../../domain/office/office-protocol.ts';
import { fault } from '../../domain/base/fault.ts';
import { type Reason, reasonOf } from '../../domain/quarantine/reason.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type Actor, logAction } from '../access/actor.ts';
import { isDataError } from '../intake/accept-operations.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { collect, type Applied } from '../intake/apply-intake.ts';
import { judgeOperation, quarantine, type Verdict } from '../intake/judge-operation.ts';
import { findUnknowns, loadStoreState, type LockedRegister, lockRegisters } from '../intake/load-intake.ts';
import { type ReadOperation, readParked } from '../intake/read-operation.ts';
import { makeJobs } from '../jobs/make-jobs.ts';
import { summaryAgain, summaryJobs } from '../reports/store-summaries.ts';
import { noteOrders } from '../order-index/note-orders.ts';
import { writeEffects } from '../intake/write-effects.ts';
import { asItStood, type Standing } from './as-it-stood.ts';
import { type PlaceInJournal, placeInJournal } from './place-in-journal.ts';
import { isOfFork, NotRecorded, recordAgain, recordedAs } from './record-again.ts';
import { ARRIVED, settleArrived } from './settle-arrived.ts';
import { settleDependents } from './settle-dependents.ts';

const NO_PLACE = reasonOf('no_place');
const NO_REGISTER = reasonOf('unknown_register');

interface Held {
  readonly id: number;
  readonly register_id: string;
  readonly operation_id: string | null;
  readonly seq: number | null;
  readonly content_hash: string;
  readonly applied_at: Date | null;
  readonly code: string;
  readonly body: unknown;
}

/** The operation that took its place in the sequence and waits; null for what was refused and has none. */
async function readHeld(tx: Tx, held: Held): Promise<ReadOperation | null> {
  const row = await tx
    .selectFrom('operations')
    .select('body')
    .where('register_id', '=', held.register_id)
    .where('seq', '=', held.seq)
    .where('hash', '=', held.content_hash)
    .where('outcome', '=', 'quarantined')
    .executeTakeFirst();
  return row === undefined ? null : readParked(row.body);
}

/** Judges an operation as if its turn were now, and also by what has followed on it since. */
async function judgeAgain(tx: Tx, read: ReadOperation, place: PlaceInJournal, overlay: StoreOverlay): Promise<Verdict> {
  const verdict = judgeOperation(read, place.state, overlay);
  if (!verdict.ok) return verdict;
  const { operation } = verdict;
  if (operation.receiptCount > place.mostReceipts) {
    return quarantine('receipt_gap', fault('receipts_behind', { is: operation.receiptCount, most: place.mostReceipts }));
  }
  const sale = inParts(operation).find((one) => saleCompleted.is(one));
  if (sale !== undefined) {
    const { receiptNumber } = sale.payload;
    const taken = await tx.selectFrom('sales').select('sale_id').where('receipt_number', '=', receiptNumber).executeTakeFirst();
    if (taken !== undefined) return quarantine('receipt_gap', fault('receipt_taken', { receipt: receiptNumber }));
  }
  return verdict;
}

/** The register goes on from the operation that had its effect last; the receipts it numbered are known now. */
async function moveReceipts(tx: Tx, register: LockedRegister, operation: Operation): Promise<void> {
  await tx
    .updateTable('registers')
    .set({ receipt_count: Math.max(register.receiptCount, operation.receiptCount), receipt_slack: register.appliedSeq - operation.seq })
    .where('id', '=', register.id)
    .execute();
}

/** Gives an operation the effect that it could not have when it came, and takes it out of its register's list. */
async function applyLate(
  tx: Tx,
  held: Held,
  register: LockedRegister,
  place: PlaceInJournal,
  operation: Operation,
  overlay: StoreOverlay,
  unknowns: Unknowns,
  standing: Standing | null,
): Promise<void> {
  const applied: Omit<Applied, 'judged'> = { overlay, movements: [], events: [], operations: [] };
  collect({ ...applied, judged: [] }, operation, unknowns);
  standing?.closeAgain(overlay);
  await settleDependents(tx, overlay, operation);
  const changeItems: ChangeItem[] = [
    { scope: registerScope(register.id), kind: quarantinedOperationDocument.kind, id: String(held.id), deleted: true },
  ];
  const { events, notes } = await writeEffects(tx, applied, changeItems);
  if (place.isLast) await moveReceipts(tx, register, operation);
  const ranges = await allocateChanges(tx, changeItems);
  const scope = storeScope(register.storeId);
  const at = ranges.get(scope)?.to;
  // store_change_seq stays: it says up to where the register has been answered, and grows with seq (rule R3).
  await sql`
    update operations set outcome = 'applied', code = null, facts = null, type = ${operation.type},
      business_date = ${operation.businessDate},
      changes = case when ${at ?? null}::bigint is null then changes else jsonb_build_object(${scope}::text, ${at ?? null}::bigint) end
    where register_id = ${register.id} and seq = ${operation.seq}::bigint`.execute(tx);
  await tx.updateTable('quarantine').set({ applied_at: sql<Date>`now()` }).where('id', '=', held.id).execute();
  await noteOrders(tx, notes, events);
  await makeJobs(tx, [...summaryJobs([operation]), ...(await summaryAgain(tx, operation))]);
}

async function noteTry(
  tx: Tx,
  id: number,
  by: Actor,
  reason: Reason | null,
  outcome: 'applied' | 'unchanged' = reason === null ? 'applied' : 'unchanged',
): Promise<void> {
  await logAction(tx, by, { code: 'quarantine.replay', subject: String(id), after: { outcome, code: reason?.code ?? null } });
  await tx
    .insertInto('quarantine_replays')
    .values({
      quarantine_id: id,
      outcome,
      code: reason?.code ?? null,
      facts: reason === null ? null : JSON.stringify(reason.facts),
      asked_by: by.name,
    })
    .execute();
}

async function replayInTransaction(tx: Tx, id: number, by: Actor): Promise<ReplayResult> {
  const known = await tx.selectFrom('quarantine').select('register_id').where('id', '=', id).executeTakeFirst();
  if (known === undefined) return { id, outcome: 'not_found', code: null, facts: null };
  const register = (await lockRegisters(tx, [known.register_id])).get(known.register_id);
  const held = await tx
    .selectFrom('quarantine')
    .select(['id', 'register_id', 'operation_id', 'seq', 'content_hash', 'applied_at', 'code', 'body'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (held.applied_at !== null) return { id, outcome: 'applied', code: null, facts: null };
  const unchanged = async (reason: Reason): Promise<ReplayResult> => {
    await noteTry(tx, id, by, reason);
    return { id, outcome: 'unchanged', code: reason.code, facts: reason.facts };
  };
  if (register === undefined) return unchanged(NO_REGISTER);
  const read = await readHeld(tx, held);
  if (read === null && isOfFork(held.code, register)) {
    const recorded = await recordAgain(tx, held, register);
    if (!recorded.ok) return unchanged(recorded.refusal);
    const found = recordedAs(recorded.value);
    await noteTry(tx, id, by, found, 'applied');
    return { id, outcome: 'applied', ...found };
  }
  if (read === null && (await settleArrived(tx, held))) {
    await noteTry(tx, id, by, ARRIVED, 'applied');
    return { id, outcome: 'applied', ...ARRIVED };
  }
  if (read === null) return unchanged(NO_PLACE);
  const place = await placeInJournal(tx, register, read.seq);
  const operations = read.parsed.ok ? [read.parsed.operation] : [];
  const unknowns = await findUnknowns(tx, operations);
  const state = await loadStoreState(tx, operations, unknowns);
  const standing = operations[0] === undefined ? null : await asItStood(tx, state, operations[0]);
  const overlay = new StoreOverlay(standing?.reader ?? state);
  const verdict = await judgeAgain(tx, read, place, overlay);
  if (!verdict.ok) return unchanged(verdict);
  await applyLate(tx, held, register, place, verdict.operation, overlay, unknowns, standing);
  await noteTry(tx, id, by, null);
  return { id, outcome: 'applied', code: null, facts: null };
}

/**
 * Judges an operation in quarantine again, with today's code and data, in a transaction of its own. If it passes it has
 * its effect, once, in the place that it has held all along: its hash, its chain and its receipt number have to fit
 * what came before and what has come after. What was done on the second machine of a register has no place there: the head
 * office records it again. If it does not pass, nothing changes but the trail, which says why. What is in
 * quarantine is never deleted (rule J6).
 * @param by who asks, for the trail.
 */
export async function replayOperation(db: Db, id: number, by: Actor): Promise<ReplayResult> {
  try {
    return await transact(db, (tx) => replayInTransaction(tx, id, by));
  } catch (error) {
    if (!isDataError(error) && !(error instanceof NotRecorded)) throw error;
    const reason: Reason = error instanceof NotRecorded ? error.reason : reasonOf('cannot_be_applied');
    await transact(db, (tx) => noteTry(tx, id, by, reason));
    return { id, outcome: 'unchanged', ...reason };
  }
}

/** Replays several, each register's in the order of their places, so that later ones find the earlier ones applied. */
export async function replayOperations(db: Db, ids: readonly number[], by: Actor): Promise<ReplayResult[]> {
  const rows = await db
    .selectFrom('quarantine')
    .select('id')
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::bigint[])`)
    .orderBy('register_id')
    .orderBy('seq')
    .orderBy('id')
    .execute();
  const results = new Map<number, ReplayResult>();
  for (const { id } of rows) results.set(id, await replayOperation(db, id, by));
  return ids.map((id) => results.get(id) ?? { id, outcome: 'not_found', code: null, facts: null });
}
