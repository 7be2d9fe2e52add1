import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { isToBeCounted } from '../stock/to-be-counted.ts';
import { keepSweeping, type Sweep } from '../sweep.ts';
import { allocateChanges, type ChangeItem } from '../sync/allocate-changes.ts';
import { addBackordered } from './add-backordered.ts';
import { backorderJobs, unitsMoved } from './backorder-jobs.ts';
import { sourceLines } from './source-lines.ts';
import { ORDER_COLUMNS } from './sourcing-job.ts';

/** How many orders one transaction takes on. */
const BATCH = 200;

/** A location that gave a line up is asked again once more of it has arrived there, or when it may have time again. */
async function liftExclusions(tx: Tx): Promise<void> {
  await sql`
    delete from sourcing_exclusions gone using order_lines line
    where line.order_id = gone.order_id and line.line_no = gone.line_no and line.backordered > 0
      and (gone.until < now() or exists (select 1 from stock_movements arrival where arrival.location_id = gone.location_id
        and arrival.sku = line.sku and arrival.on_hand > 0 and arrival.id > gone.after_movement))`.execute(tx);
}

/** Orders with a backordered line of which some location that may be asked has something, oldest first. */
async function ordersThatCanMove(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct orders.id, orders.placed_at from order_lines line join orders on orders.id = line.order_id
    where line.backordered > 0 and orders.cancelled_at is null and exists (
      select 1 from stock_levels level join locations on locations.id = level.location_id and locations.active
      where level.sku = line.sku and level.available > 0 and not ${isToBeCounted('level')}
        and (orders.pickup_store_id is null or orders.pickup_store_id = level.location_id)
        and not exists (select 1 from sourcing_exclusions gone where gone.order_id = line.order_id
          and gone.line_no = line.line_no and gone.location_id = level.location_id))
    order by orders.placed_at, orders.id limit ${BATCH}`.execute(tx);
  return rows.map((row) => row.id);
}

async function sourceBatch(tx: Tx): Promise<number> {
  await liftExclusions(tx);
  const candidates = await ordersThatCanMove(tx);
  if (candidates.length === 0) return 0;
  const orders = await tx
    .selectFrom('orders')
    .select(ORDER_COLUMNS)
    .where('id', 'in', candidates)
    .where('cancelled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  if (orders.length === 0) return 0;
  const jobs = await backorderJobs(tx, orders);
  const changeItems: ChangeItem[] = [];
  const moved = unitsMoved(jobs, await sourceLines(tx, jobs, changeItems));
  await addBackordered(tx, moved);
  await allocateChanges(tx, changeItems);
  return -moved.reduce((sum, one) => sum + one.quantity, 0);
}

/**
 * Sources backorders for which stock has come, oldest order first.
 * @returns the units that found a location.
 */
export async function sourceBackorders(db: Db): Promise<number> {
  let total = 0;
  for (;;) {
    const units = await transact(db, sourceBatch);
    total += units;
    if (units === 0) return total;
  }
}

/** Keeps looking for backorders that can move. @returns a function that stops it and waits for the last look. */
export function keepSourcingBackorders(db: Db, sweep: Sweep): () => Promise<void> {
  return keepSweeping(() => sourceBackorders(db), sweep);
}
