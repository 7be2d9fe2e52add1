import { sql } from 'kysely';
import { z } from 'zod';
import { instant } from '../../domain/base/envelope.ts';
import { capacityGrown } from '../../domain/capacity/documents.ts';
import { resolution } from '../../domain/exceptions/documents.ts';
import type { Tx } from '../db/database.ts';
import { defineJob, type JobOf, type JobOutcome } from '../jobs/define-job.ts';
import { makeJobs } from '../jobs/make-jobs.ts';
import { noteOrders } from '../order-index/note-orders.ts';
import { isToBeCounted } from '../stock/to-be-counted.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { addBackordered } from './add-backordered.ts';
import { backorderJobs, unitsMoved } from './backorder-jobs.ts';
import { readLiveRules } from './live-rules.ts';
import { readOrdersLeft } from './read-orders-left.ts';
import { sourceLines } from './source-lines.ts';
import { ORDER_COLUMNS } from './sourcing-job.ts';

/** The SKUs that are looked at; null for all. */
type Skus = readonly string[] | null;

function among(table: string, skus: Skus) {
  return skus === null ? sql`true` : sql`${sql.ref(`${table}.sku`)} = any(${skus}::text[])`;
}

/** How many orders one transaction takes on. */
const BATCH = 200;

/** A location that gave a line up is asked again once more of it has arrived there, or when it may have time again. */
async function liftExclusions(tx: Tx, skus: Skus): Promise<void> {
  await sql`
    delete from sourcing_exclusions gone using order_lines line
    where line.order_id = gone.order_id and line.line_no = gone.line_no and line.backordered > 0 and ${among('line', skus)}
      and exists (select 1 from stock_movements arrival where arrival.location_id = gone.location_id
        and arrival.sku = line.sku and arrival.on_hand > 0 and arrival.id > gone.after_movement)`.execute(tx);
}

/** Lifts what has had its time. @returns the SKUs that wait for it. */
async function liftTimedExclusions(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ sku: string }>`
    delete from sourcing_exclusions gone using order_lines line
    where gone.until < now() and line.order_id = gone.order_id and line.line_no = gone.line_no and line.backordered > 0
      returning line.sku`.execute(tx);
  return rows.map((row) => row.sku);
}

/** Where a look goes on: behind this order. */
interface Place {
  readonly placedAt: string;
  readonly id: string;
}

/** Orders with a backordered line of which some location that may be asked has something, oldest first. The rules may ask fewer. */
async function ordersThatCanMove(tx: Tx, skus: Skus, after: Place | null): Promise<Place[]> {
  const { set } = await readLiveRules(tx);
  const isLimitIgnored = set.rules.some(({ places }) => places.ignoreOrderLimit);
  const full = [...(await readOrdersLeft(tx))].filter(([, { left, isPaused }]) => left === 0 && (isPaused || !isLimitIgnored));
  const { rows } = await sql<{ id: string; placedAt: Date }>`
    select distinct orders.id, orders.placed_at as "placedAt" from order_lines line join orders on orders.id = line.order_id
    where line.backordered > 0 and ${among('line', skus)} and orders.cancelled_at is null
      and (${after?.id ?? null}::text is null
        or (orders.placed_at, orders.id) > (${after?.placedAt ?? null}::timestamptz, ${after?.id ?? null}::text))
      and exists (select 1 from stock_levels level join locations on locations.id = level.location_id and locations.active
      where level.sku = line.sku and level.available > 0 and not ${isToBeCounted('level')}
        and case when orders.pickup_store_id is null then level.location_id <> all(${full.map(([id]) => id)}::text[])
          else orders.pickup_store_id = level.location_id end
        and not exists (select 1 from sourcing_exclusions gone where gone.order_id = line.order_id
          and gone.line_no = line.line_no and gone.location_id = level.location_id))
    order by orders.placed_at, orders.id limit ${BATCH}`.execute(tx);
  return rows.map(({ id, placedAt }) => ({ id, placedAt: placedAt.toISOString() }));
}

/** What came of a batch: the units that found a location, and where those behind it begin; null where it was the last. */
interface Batch {
  readonly changed: number;
  readonly after: Place | null;
}

/**
 * Sources backorders for which stock has come, oldest order first, as many as one transaction takes on.
 * @param skus only lines of these; null looks at all that wait. @param from those behind this order; null for the oldest.
 */
async function sourceFrom(tx: Tx, given: Skus, from: Place | null): Promise<Batch> {
  const timed = await liftTimedExclusions(tx);
  const skus = given === null ? null : [...given, ...timed];
  await liftExclusions(tx, skus);
  const candidates = await ordersThatCanMove(tx, skus, from);
  if (candidates.length === 0) return { changed: 0, after: null };
  // Rules may let orders wait that could move: those behind them have their turn all the same.
  const after = candidates[BATCH - 1] ?? null;
  const orders = await tx
    .selectFrom('orders')
    .select(ORDER_COLUMNS)
    .where(
      'id',
      'in',
      candidates.map(({ id }) => id),
    )
    .where('cancelled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  if (orders.length === 0) return { changed: 0, after };
  const jobs = await backorderJobs(tx, orders);
  const changeItems: ChangeItem[] = [];
  const moved = unitsMoved(jobs, await sourceLines(tx, jobs, 'waits', changeItems));
  await addBackordered(tx, moved);
  await allocateChanges(tx, changeItems);
  await noteOrders(tx, { orders: moved.filter(({ quantity }) => quantity !== 0).map(({ orderId }) => orderId), renamed: [] });
  return { changed: -moved.reduce((sum, one) => sum + one.quantity, 0), after };
}

/**
 * Sources the oldest backorders for which stock has come: see {@link sourceFrom}.
 * @returns the units that found a location; there may be more to find until it is 0.
 */
export async function sourceBatch(tx: Tx, skus: Skus): Promise<number> {
  return (await sourceFrom(tx, skus, null)).changed;
}

/** Every so many looks everything is looked at: also what changed without a movement, a store that is trusted again say. */
const LOOKS_PER_FULL_ONE = 30;
/** A movement is looked for again in so many looks: its transaction may have ended long after it got its number. */
const LOOKS_BACK = 6;

const look = z.strictObject({
  /** How many looks there were. */
  looks: z.number().int().min(0),
  /** The newest movements at the last looks, the oldest first. */
  marks: z.array(z.number().int()).max(LOOKS_BACK),
  /** Where this look goes on; null where it begins. */
  after: z.strictObject({ placedAt: instant, id: z.string() }).nullable().default(null),
});

/** What a look for backorders remembers of those before it. */
export type BackorderLook = z.infer<typeof look>;

export const FIRST_LOOK: BackorderLook = { looks: 0, marks: [], after: null };

/**
 * The SKUs of which somewhere more may be promised than when the movement with this number was made: more came, or less is reserved.
 */
async function movedSince(tx: Tx, id: number): Promise<string[]> {
  const { rows } = await sql<{ sku: string }>`
    select distinct sku from stock_movements where id > ${id}::bigint and (on_hand > 0 or reserved < 0)`.execute(tx);
  return rows.map((row) => row.sku);
}

/**
 * Looks for backorders that can be sourced. It costs by what has moved since the look before, not by all that waits or lies in
 * stock. While it finds any, or there are more to look at, it looks again at once.
 */
export async function lookForBackorders(tx: Tx, { looks, marks, after: from }: BackorderLook): Promise<JobOutcome<BackorderLook>> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(id), 0)::bigint as last from stock_movements`.execute(tx);
  const isFull = looks % LOOKS_PER_FULL_ONE === 0;
  const { changed, after } = await sourceFrom(tx, isFull ? null : await movedSince(tx, marks[0] ?? 0), from);
  if (changed > 0 || after !== null) return { changed, next: { inMs: 0, payload: { looks, marks, after } } };
  const next = { looks: looks + 1, marks: [...marks, rows[0]?.last ?? 0].slice(-LOOKS_BACK), after: null };
  return { changed, next: { inMs: LOOK_EVERY_MS, payload: next } };
}

const LOOK_EVERY_MS = 10_000;

export const sourceBackordersJob = defineJob({
  kind: 'source_backorders',
  schema: look,
  recurs: { everyMs: LOOK_EVERY_MS, payload: FIRST_LOOK },
  run: lookForBackorders,
});

const settledException = z.object({ exceptionId: z.string() });

/** Once goods have been counted, orders that wait for them are sourced. */
export const sourceAfterCountJob: JobOf<z.infer<typeof settledException>> = defineJob({
  kind: 'source_after_count',
  schema: settledException,
  on: [resolution],
  async run(tx, { exceptionId }) {
    const counted = await tx
      .selectFrom('exceptions')
      .select(sql<string>`body ->> 'subject'`.as('sku'))
      .where('id', '=', exceptionId)
      .where('kind', '=', 'count_wanted')
      .where('resolved_at', 'is not', null)
      .executeTakeFirst();
    const changed = counted === undefined ? 0 : await sourceBatch(tx, [counted.sku]);
    if (changed > 0) await makeJobs(tx, [sourceAfterCountJob.make(exceptionId, { exceptionId })]);
    return { changed };
  },
});

const grownStore = z.object({ storeId: z.string() });

/** Once a store takes more orders, those that wait are sourced. */
export const sourceAfterPauseJob: JobOf<z.infer<typeof grownStore>> = defineJob({
  kind: 'source_after_pause',
  schema: grownStore,
  on: [capacityGrown],
  async run(tx, { storeId }) {
    const changed = await sourceBatch(tx, null);
    if (changed > 0) await makeJobs(tx, [sourceAfterPauseJob.make(storeId, { storeId })]);
    return { changed };
  },
});

const liveVersion = z.object({ version: z.number().int() });

/** Once other rules decide, what waits is decided by them. */
export const sourceAfterRulesJob: JobOf<z.infer<typeof liveVersion>> = defineJob({
  kind: 'source_after_rules',
  schema: liveVersion,
  async run(tx, { version }) {
    const changed = await sourceBatch(tx, null);
    if (changed > 0) await makeJobs(tx, [sourceAfterRulesJob.make(String(version), { version })]);
    return { changed };
  },
});
