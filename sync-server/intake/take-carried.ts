import type { CarriedBatch, CarriedResponse } from '../../domain/protocol/protocol.ts';
import { fault } from '../../domain/base/fault.ts';
import { type Reason, reasonOf } from '../../domain/quarantine/reason.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Alarm, Intake, ReadSubmission } from './submission.ts';
import { signatureFault } from '../registers/check-signature.ts';
import { keepFork } from './keep-fork.ts';
import { type Reading, readOperation, unreadableHash } from './read-operation.ts';
import { type QuarantineRow, writeQuarantine } from './write-intake.ts';

/** The register that brings operations of another. */
export interface Carrier {
  readonly registerId: string;
  readonly storeId: string;
}

/** Why nothing of a carried batch was taken. */
type Against = Reason<'other_register' | 'register_withdrawn' | 'register_cloned' | 'signature_missing' | 'signature_wrong'>;

/** What became of a carried batch. */
export interface Carried {
  readonly answer: Omit<CarriedResponse, 'serverTime'>;
  /** Null when it was taken. */
  readonly reason: Against | null;
  readonly alarms: readonly Alarm[];
}

function findOwner(db: Db, registerId: string, storeId: string) {
  return db
    .selectFrom('registers')
    .select(['status', 'public_key as publicKey'])
    .where('id', '=', registerId)
    .where('store_id', '=', storeId)
    .executeTakeFirst();
}

/** Whether each is an operation of this register, and has the hash that it names: then the chain proves all that stands in it. */
function areWhole(readings: readonly Reading[], registerId: string): boolean {
  return readings.every((reading) => reading.ok && reading.value.registerId === registerId && reading.value.hashHolds);
}

function reasonAgainst(batch: CarriedBatch, readings: readonly Reading[], owner: Awaited<ReturnType<typeof findOwner>>): Against | null {
  const { registerId, operations, signature } = batch;
  if (owner === undefined) return reasonOf('other_register', fault('not_of_store', { register: registerId }));
  const unsigned = signatureFault({ registerId, operations, signature }, owner.publicKey);
  if (unsigned !== null) return unsigned;
  if (!areWhole(readings, registerId)) return reasonOf('signature_wrong', fault('changed_since'));
  if (owner.status === 'withdrawn') return reasonOf('register_withdrawn', fault('of_register', { register: registerId }));
  return null;
}

/** It lies with the carrier, of whom alone it is known that it sent this. */
function rowOf(carrier: Carrier, reading: Reading, reason: Against): QuarantineRow {
  const found = reading.ok
    ? { operationId: reading.value.id, seq: reading.value.seq, body: reading.value.body, contentHash: reading.value.contentHash }
    : { operationId: reading.id, seq: null, body: reading.body, contentHash: unreadableHash(reading.body) };
  return { ...found, registerId: carrier.registerId, ...reason };
}

async function quarantineAll(db: Db, rows: readonly QuarantineRow[]): Promise<void> {
  await transact(db, async (tx) => {
    const changeItems: ChangeItem[] = [];
    await writeQuarantine(tx, rows, changeItems);
    await allocateChanges(tx, changeItems);
  });
}

function idOf(reading: Reading): string | null {
  return reading.ok ? String(reading.value.raw['id']) : reading.id;
}

function refuseAll(readings: readonly Reading[], reason: Against): Carried {
  const results = readings.map((reading) => ({ outcome: 'refused' as const, id: idOf(reading), ...reason }));
  return { answer: { results, expectedSeq: null }, reason, alarms: [] };
}

/**
 * Takes operations that another register of the same store brings (rules J3, A4), as if their own had sent them. When that register's
 * signature does not hold, nothing is applied, and all of the batch is kept in quarantine. What a register that runs on two machines
 * has signed is kept for the head office as its own report of it would be (rule J7).
 * @param submit gives a submission to intake, until all of it had its turn.
 */
export async function takeCarried(
  db: Db,
  submit: (submission: ReadSubmission) => Promise<Intake>,
  carrier: Carrier,
  batch: CarriedBatch,
): Promise<Carried> {
  const { registerId, operations } = batch;
  const readings = operations.map(readOperation);
  const reason = reasonAgainst(batch, readings, await findOwner(db, registerId, carrier.storeId));
  if (reason !== null) {
    await quarantineAll(
      db,
      readings.map((reading) => rowOf(carrier, reading, reason)),
    );
    return refuseAll(readings, reason);
  }
  const intake = await submit({ registerId, readings });
  if (intake.ok) return { answer: { results: intake.results, expectedSeq: intake.expectedSeq }, reason: null, alarms: intake.alarms };
  await keepFork(db, registerId, operations);
  return refuseAll(readings, reasonOf('register_cloned', fault('of_register', { register: registerId })));
}
