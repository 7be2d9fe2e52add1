import { type RawBuilder, sql } from 'kysely';
import { v4 as uuidv4 } from 'uuid';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';

/** A register that was away for more epochs than this pulls everything again. */
const EPOCHS_KEPT = 1_000;

/**
 * What changes whenever the data may have been set back: a restored or promoted database runs in another server process,
 * and one that is loaded into the same process is another database there or has other files.
 */
const PLACE = sql`concat_ws(' ', extract(epoch from pg_postmaster_start_time()), pg_relation_filenode('scope_heads'),
  (select oid from pg_database where datname = current_database()))`;

/** Whether the pool's present place is one in which an epoch began. */
export const EPOCH_HAS_BEGUN: RawBuilder<boolean> = sql<boolean>`(select exists (select 1 from pool_epochs where place = ${PLACE}))`;

/**
 * Begins an epoch of the pool: notes how far every scope, and the log of events, have come at this moment. No number is given
 * meanwhile, so that in one unbroken history whoever read in an earlier epoch has no number above these. Whoever has one
 * read it from a pool that was set back since.
 * @param unlessBegun leaves it at the epoch that another server has begun in this place meanwhile.
 */
export async function beginEpoch(tx: Tx, unlessBegun: boolean): Promise<void> {
  await sql`lock table scope_heads, event_head in share row exclusive mode`.execute(tx);
  await sql`
    insert into pool_epochs (n, id, place, heads, event_seq)
    select coalesce(max(n), 0) + 1, ${uuidv4()}::text, ${PLACE}, (select coalesce(jsonb_object_agg(scope, seq), '{}')
      from scope_heads where seq > 0), (select coalesce(max(seq), 0) from event_head)
    from pool_epochs having not (${unlessBegun}::boolean and ${EPOCH_HAS_BEGUN})`.execute(tx);
  await sql`delete from pool_epochs where n <= (select max(n) from pool_epochs) - ${EPOCHS_KEPT}::int`.execute(tx);
}

/** A server starts: whatever was done to the database while none ran, numbers go on in a new epoch. */
export function beginEpochAtStart(db: Db): Promise<void> {
  return transact(db, (tx) => beginEpoch(tx, false));
}
