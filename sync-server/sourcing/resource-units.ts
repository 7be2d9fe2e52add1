import type { UnfulfilledUnits } from '../../domain/fulfillment/documents.ts';
import { asOrdered } from '../../domain/fulfillment/substitute.ts';
import { ASKED_AGAIN_AFTER_HOURS } from '../../domain/fulfillment/reject-order.ts';
import { sql } from 'kysely';
import { portionOf } from '../../domain/base/money.ts';
import type { Tx } from '../db/database.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import { addBackordered } from './add-backordered.ts';
import { sourceLines } from './source-lines.ts';
import { destinationOf, headOf, type JobLine, ORDER_COLUMNS } from './sourcing-job.ts';

/** One order line's units that one location gave up, and when it may be asked again, goods or not. */
interface GivenUp {
  readonly orderId: string;
  readonly locationId: string;
  readonly line: JobLine;
  readonly hours: number | null;
}

/**
 * The units that are given up are the last of those the location still held, and take exactly their share of the
 * stored amounts with them: what the location keeps is the share of the units before (rules M1, J9).
 */
function givenUp({ fulfillmentOrder, lines, reason }: UnfulfilledUnits): GivenUp[] {
  return lines.flatMap(({ lineNo, quantity }) => {
    const line = fulfillmentOrder.lines.find((one) => one.lineNo === lineNo);
    if (line === undefined || quantity === 0) return [];
    // Nobody is asked for a substitute: what was ordered may be there elsewhere.
    const held = asOrdered(fulfillmentOrder, line);
    const { sku, gtin, name, unitPrice, substitutes } = held;
    const before = held.quantity - held.short - quantity;
    const totalMinor = portionOf(held.totalMinor, held.quantity, before, quantity);
    const taxMinor = portionOf(held.taxMinor, held.quantity, before, quantity);
    return [
      {
        orderId: fulfillmentOrder.orderId,
        locationId: fulfillmentOrder.locationId,
        hours: reason === undefined ? null : ASKED_AGAIN_AFTER_HOURS[reason],
        line: {
          ...{ lineNo: held.lineNo, sku, gtin, name, quantity, unitPrice, totalMinor, taxMinor },
          ...(substitutes !== undefined && { substitutes }),
        },
      },
    ];
  });
}

function addUp(units: readonly GivenUp[]): JobLine[] {
  const lines = new Map<number, JobLine>();
  for (const { line } of units) {
    const sum = lines.get(line.lineNo);
    lines.set(
      line.lineNo,
      sum === undefined
        ? line
        : {
            ...sum,
            quantity: sum.quantity + line.quantity,
            totalMinor: sum.totalMinor + line.totalMinor,
            taxMinor: sum.taxMinor + line.taxMinor,
          },
    );
  }
  return [...lines.values()];
}

/** Remembers who gave up what, until more of it arrives there or it may have time again. */
async function exclude(tx: Tx, units: readonly GivenUp[]): Promise<void> {
  const rows = units.map(({ orderId, locationId, line, hours }) => ({ orderId, locationId, lineNo: line.lineNo, hours }));
  await sql`
    insert into sourcing_exclusions (order_id, line_no, location_id, after_movement, until)
    select distinct on (1, 2, 3) "orderId", "lineNo", "locationId", (select coalesce(max(id), 0)
      from stock_movements), now() + make_interval(hours => hours)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given("orderId" text, "lineNo" int, "locationId" text, hours int)
    on conflict (order_id, line_no, location_id) do update set after_movement = excluded.after_movement, until = excluded.until`.execute(
    tx,
  );
}

/**
 * Sources units anew that their location will not fulfill (a short pick, a reject, rule P4): new fulfillment orders
 * elsewhere, never at a location that gave the same line up; what nobody has is backordered. Units of a cancelled
 * order were cancelled with it and are left alone. The caller has released the old reservations, and numbers `changeItems` at the end.
 */
export async function resourceUnits(tx: Tx, units: readonly UnfulfilledUnits[], changeItems: ChangeItem[]): Promise<void> {
  const all = units.flatMap(givenUp);
  if (all.length === 0) return;
  const byOrder = new Map<string, GivenUp[]>();
  for (const one of all) byOrder.set(one.orderId, [...(byOrder.get(one.orderId) ?? []), one]);
  const ids = [...byOrder.keys()];
  const orders = await tx
    .selectFrom('orders')
    .select([...ORDER_COLUMNS, 'cancelled_at'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  await exclude(tx, all);
  const excluded = await tx
    .selectFrom('sourcing_exclusions')
    .select(['order_id as orderId', 'line_no as lineNo', 'location_id as locationId'])
    .where('order_id', 'in', ids)
    .execute();
  const alive = orders.filter((order) => order.cancelled_at === null);
  const jobs = alive.map((order) => ({
    order: headOf(order),
    destination: destinationOf(order),
    lines: addUp(byOrder.get(order.id) ?? []),
    isNew: false,
    excluded: excluded.filter((one) => one.orderId === order.id),
  }));
  await addBackordered(tx, await sourceLines(tx, jobs, 'given_up', changeItems));
}
