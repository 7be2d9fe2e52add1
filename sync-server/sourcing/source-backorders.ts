import { sql } from 'kysely';
import { type FulfillmentOrder, hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import { portionOf } from '../../domain/money/money.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { isToBeCounted } from '../stock/to-be-counted.ts';
import { keepSweeping, type Sweep } from '../sweep.ts';
import { allocateChanges, type ChangeItem } from '../sync/allocate-changes.ts';
import { addBackordered } from './add-backordered.ts';
import { sourceLines } from './source-lines.ts';
import { destinationOf, headOf, type JobLine, ORDER_COLUMNS } from './sourcing-job.ts';

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

/**
 * What of a line's money no store holds: all but the shares of the units that stores have or have sent. Never below
 * zero, even where goods left twice.
 */
function amountsLeft(
  line: { readonly line_no: number; readonly total_minor: number; readonly tax_minor: number },
  orders: readonly FulfillmentOrder[],
): Pick<JobLine, 'totalMinor' | 'taxMinor'> {
  const holding = orders
    .filter((order) => !hasEnded(order) || order.state.status === 'shipped' || order.state.status === 'handed_over')
    .flatMap((order) => order.lines)
    .filter((one) => one.lineNo === line.line_no);
  const held = (field: 'totalMinor' | 'taxMinor') =>
    holding.reduce((sum, one) => sum + portionOf(one[field], one.quantity, 0, one.quantity - one.short), 0);
  return { totalMinor: Math.max(0, line.total_minor - held('totalMinor')), taxMinor: Math.max(0, line.tax_minor - held('taxMinor')) };
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
  const ids = orders.map((order) => order.id);
  const lines = await tx.selectFrom('order_lines').selectAll().where('order_id', 'in', ids).where('backordered', '>', 0).orderBy('line_no').execute();
  const held = await tx.selectFrom('fulfillment_orders').select('body').where('order_id', 'in', ids).execute();
  const excluded = await tx
    .selectFrom('sourcing_exclusions')
    .select(['order_id as orderId', 'line_no as lineNo', 'location_id as locationId'])
    .where('order_id', 'in', ids)
    .execute();
  const jobs = [...orders]
    .sort((a, b) => a.placed_at.getTime() - b.placed_at.getTime())
    .map((order) => {
      const bodies = held.map((row) => row.body).filter((body) => body.orderId === order.id);
      const waiting = lines
        .filter((line) => line.order_id === order.id)
        .map((line): JobLine => ({
          lineNo: line.line_no, sku: line.sku, gtin: line.gtin, name: line.name, quantity: line.backordered, unitPrice: line.unit_price,
          ...amountsLeft(line, bodies),
        }));
      return { order: headOf(order), destination: destinationOf(order), lines: waiting, isNew: false, excluded: excluded.filter((one) => one.orderId === order.id) };
    });
  const changeItems: ChangeItem[] = [];
  const leftovers = await sourceLines(tx, jobs, changeItems);
  const left = new Map(leftovers.map((one) => [`${one.orderId}\n${one.lineNo}`, one.quantity]));
  const moved = jobs.flatMap(({ order, lines: own }) =>
    own.map(({ lineNo, quantity }) => ({ orderId: order.orderId, lineNo, quantity: (left.get(`${order.orderId}\n${lineNo}`) ?? 0) - quantity })),
  );
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
