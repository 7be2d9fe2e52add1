import { sql } from 'kysely';
import type { ListedRegister } from '../../domain/access/register-protocol.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type Actor, logAction } from './actor.ts';

/** How many places are empty up to the last operation that waits for its predecessors (rule J4). */
const MISSING = sql<number>`coalesce((select max(p.seq) - registers.applied_seq - count(*) from parked_operations p
  where p.register_id = registers.id and p.seq > registers.applied_seq), 0)::int`;

/** The registers of all stores, or one of them; those in whose name the head office decides are not among them. */
export async function listRegisters(db: Db | Tx, id?: string): Promise<ListedRegister[]> {
  const rows = await db
    .selectFrom('registers')
    .innerJoin('locations', 'locations.id', 'registers.store_id')
    .select([
      'registers.id',
      'prefix',
      'store_id',
      'locations.name',
      'status',
      'enrolled_at',
      'last_seen_at',
      'applied_seq',
      'public_key',
      MISSING.as('missing'),
    ])
    .where(sql<boolean>`not exists (select 1 from office_registers o where o.register_id = registers.id)`)
    .$if(id !== undefined, (query) => query.where('registers.id', '=', id ?? ''))
    .orderBy('locations.name')
    .orderBy('store_id')
    .orderBy('enrolled_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    prefix: row.prefix,
    storeId: row.store_id,
    storeName: row.name,
    status: row.status,
    enrolledAt: row.enrolled_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    signs: row.public_key !== null,
    operations: row.applied_seq,
    missing: row.missing,
  }));
}

/**
 * Shuts a register out for good, because its device is lost say. It is told so when it asks again, wipes what it knows of
 * the company and keeps its own journal. Doing it again changes nothing.
 */
export function withdrawRegister(db: Db, id: string, by: Actor): Promise<Result<ListedRegister, 'unknown_register'>> {
  return transact(db, async (tx) => {
    const [known] = await listRegisters(tx, id);
    if (known === undefined) return refuse('unknown_register');
    if (known.status === 'withdrawn') return accept(known);
    await tx.updateTable('registers').set({ status: 'withdrawn' }).where('id', '=', id).execute();
    await logAction(tx, by, { code: 'register.withdraw', subject: id, before: { status: known.status }, after: { status: 'withdrawn' } });
    return accept({ ...known, status: 'withdrawn' });
  });
}

/**
 * Forgets the key of a register whose device has lost it (rule A3). The register names a new one when it starts again; until then what
 * it sends needs no signature, and nobody can carry its operations. Doing it again changes nothing.
 */
export function forgetRegisterKey(db: Db, id: string, by: Actor): Promise<Result<ListedRegister, 'unknown_register'>> {
  return transact(db, async (tx) => {
    const [known] = await listRegisters(tx, id);
    if (known === undefined) return refuse('unknown_register');
    if (!known.signs) return accept(known);
    await tx.updateTable('registers').set({ public_key: null }).where('id', '=', id).execute();
    await logAction(tx, by, { code: 'register.forget_key', subject: id });
    return accept({ ...known, signs: false });
  });
}
