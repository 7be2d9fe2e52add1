import { sql } from 'kysely';
import { fault } from '../../domain/base/fault.ts';
import { reasonOf } from '../../domain/quarantine/reason.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { type LockedRegister, loadParked, loadSettled, lockRegisters } from './load-intake.ts';
import { CLONED } from './quarantine-rows.ts';
import { type ReadOperation, readOperation } from './read-operation.ts';
import { quarantineParked, type QuarantineRow, writeQuarantine, writeRegisters } from './write-intake.ts';

/** Why operations of a register that runs on two machines are in quarantine, without a place in its sequence. */
export const FORK_CODES = ['seq_reused', 'chain_broken', 'register_cloned'] as const;

/** Operations that neither have a place nor are in quarantine yet. */
async function findNew(tx: Tx, register: LockedRegister, reads: readonly ReadOperation[]): Promise<ReadOperation[]> {
  const ids = reads.map((read) => read.id);
  const known = new Set(
    [...(await loadSettled(tx, ids)).values(), ...(await loadParked(tx, [], ids))].map((one) => `${one.registerId} ${one.contentHash}`),
  );
  const held = await tx
    .selectFrom('quarantine')
    .select('content_hash')
    .where('register_id', '=', register.id)
    .where('code', 'in', [...FORK_CODES])
    .where(sql<boolean>`content_hash = any(${reads.map((read) => read.contentHash)}::text[])`)
    .execute();
  const quarantined = new Set(held.map((row) => row.content_hash));
  const isNew = (read: ReadOperation) =>
    read.registerId === register.id && !known.has(`${read.registerId} ${read.contentHash}`) && !quarantined.has(read.contentHash);
  return reads.filter(isNew);
}

/** Whether an operation cannot be the one that the server has, or would have, in its place. */
function contradicts(read: ReadOperation, register: LockedRegister): boolean {
  if (read.seq <= register.appliedSeq) return true;
  return read.seq === register.appliedSeq + 1 && read.hashHolds && read.raw['prevHash'] !== register.lastHash;
}

function rowOf(read: ReadOperation, register: LockedRegister): QuarantineRow {
  const taken = read.seq <= register.appliedSeq;
  const reason = taken ? reasonOf('seq_reused', fault('place_taken', { seq: read.seq })) : CLONED;
  return {
    registerId: read.registerId,
    operationId: read.id,
    seq: read.seq,
    ...reason,
    body: read.body,
    contentHash: read.contentHash,
  };
}

async function keepInTransaction(tx: Tx, registerId: string, reads: readonly ReadOperation[]): Promise<boolean> {
  const register = (await lockRegisters(tx, [registerId])).get(registerId);
  if (register === undefined) return false;
  const fresh = await findNew(tx, register, reads);
  const cloned = register.cloned || fresh.some((read) => contradicts(read, register));
  if (!cloned) return false;
  const changeItems: ChangeItem[] = [];
  await writeQuarantine(
    tx,
    fresh.map((read) => rowOf(read, register)),
    changeItems,
  );
  await quarantineParked(tx, [registerId], CLONED, changeItems);
  await writeRegisters(tx, [{ ...register, cloned: true }]);
  await allocateChanges(tx, changeItems);
  return true;
}

/**
 * Keeps what a register that runs on two machines has recorded and the server does not have, and stops the register (rules
 * J6, J7). Sent again, it changes nothing.
 * @returns whether the register is stopped: operations that contradict nothing do not stop it, and are not kept here.
 */
export function keepFork(db: Db, registerId: string, operations: readonly unknown[]): Promise<boolean> {
  const reads = operations.map(readOperation).flatMap((reading) => (reading.ok ? [reading.value] : []));
  return transact(db, (tx) => keepInTransaction(tx, registerId, reads));
}
