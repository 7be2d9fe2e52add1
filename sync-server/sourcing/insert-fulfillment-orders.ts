import { storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import { addUnits, CAN_TAKE_MORE } from '../../domain/fulfillment/add-units.ts';
import type { FulfillmentLine, FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { portionOf } from '../../domain/base/money.ts';
import type { SourcingPlan } from '../../domain/sourcing/source-order.ts';
import type { Tx } from '../db/database.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { SourcingJob } from './sourcing-job.ts';

/** One part of a plan, on its way to become a fulfillment order. */
export interface SourcedPart {
  readonly id: string;
  readonly job: SourcingJob;
  readonly part: SourcingPlan['parts'][number];
  /** Units of each line that earlier parts of the same job have taken; this part adds its own. */
  readonly taken: Map<number, number>;
}

function fulfillmentOrderOf({ id, job, part, taken }: SourcedPart): FulfillmentOrder {
  const lines = part.lines.flatMap(({ lineNo, quantity }) => {
    const line = job.lines.find((one) => one.lineNo === lineNo);
    if (line === undefined) return [];
    const before = taken.get(lineNo) ?? 0;
    taken.set(lineNo, before + quantity);
    return [
      {
        ...line,
        quantity,
        totalMinor: portionOf(line.totalMinor, line.quantity, before, quantity),
        taxMinor: portionOf(line.taxMinor, line.quantity, before, quantity),
        picked: 0,
        short: 0,
        returned: 0,
      },
    ];
  });
  return { id, ...job.order, locationId: part.locationId, lines, state: { status: 'open' } };
}

/** What a location already works on of the same orders and can add to, by order and location. */
async function lockWhatCanTakeMore(tx: Tx, parts: readonly SourcedPart[]): Promise<Map<string, FulfillmentOrder[]>> {
  const ids = [...new Set(parts.filter(({ job }) => !job.isNew).map(({ job }) => job.order.orderId))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('fulfillment_orders')
    .select('body')
    .where(sql<boolean>`order_id = any(${ids}::text[]) and status = any(${CAN_TAKE_MORE}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  const held = new Map<string, FulfillmentOrder[]>();
  for (const { body } of rows) {
    const key = `${body.orderId}\n${body.locationId}`;
    held.set(key, [...(held.get(key) ?? []), body]);
  }
  return held;
}

/**
 * Splits a part over the fulfillment orders that have its lines already: each line joins its own, and a line that none
 * has joins the first of them.
 */
function joining(order: FulfillmentOrder, held: readonly FulfillmentOrder[]): Map<FulfillmentOrder, FulfillmentLine[]> {
  const holderOf = (line: FulfillmentLine) =>
    held.find((one) => one.kind === order.kind && one.lines.some((own) => own.lineNo === line.lineNo));
  const first = order.lines.map(holderOf).find((holder) => holder !== undefined);
  const shares = new Map<FulfillmentOrder, FulfillmentLine[]>();
  if (first === undefined) return shares;
  for (const line of order.lines) {
    const holder = holderOf(line) ?? first;
    shares.set(holder, [...(shares.get(holder) ?? []), line]);
  }
  return shares;
}

async function insert(tx: Tx, made: readonly FulfillmentOrder[]): Promise<void> {
  if (made.length === 0) return;
  await sql`
    insert into fulfillment_orders (id, order_id, location_id, kind, status, placed_at, body)
    select body->>'id', body->>'orderId', body->>'locationId', body->>'kind', 'open', (body->>'placedAt')::timestamptz, body
    from jsonb_array_elements(${JSON.stringify(made)}::jsonb) as body`.execute(tx);
}

async function update(tx: Tx, grown: readonly FulfillmentOrder[]): Promise<void> {
  if (grown.length === 0) return;
  await sql`
    update fulfillment_orders f set status = new.body -> 'state' ->> 'status', body = new.body
    from jsonb_array_elements(${JSON.stringify(grown)}::jsonb) as new(body) where f.id = new.body ->> 'id'`.execute(tx);
}

/**
 * Gives sourced parts to their locations, each with its share of the money. A location that still works on a line of the
 * order adds the units to what it has, so that no customer gets two parcels from it for one line; else it gets a fulfillment order.
 * @returns what each location got, under the id of the fulfillment order that holds it.
 */
export async function insertFulfillmentOrders(
  tx: Tx,
  parts: readonly SourcedPart[],
  changeItems: ChangeItem[],
): Promise<FulfillmentOrder[]> {
  const held = await lockWhatCanTakeMore(tx, parts);
  const fresh: FulfillmentOrder[] = [];
  const grown: FulfillmentOrder[] = [];
  const made = parts.flatMap((part) => {
    const order = fulfillmentOrderOf(part);
    const shares = joining(order, held.get(`${order.orderId}\n${order.locationId}`) ?? []);
    if (shares.size === 0) {
      fresh.push(order);
      return [order];
    }
    return [...shares].map(([holder, lines]) => {
      grown.push(addUnits(holder, lines));
      return { ...order, id: holder.id, lines };
    });
  });
  await insert(tx, fresh);
  await update(tx, grown);
  for (const order of made) changeItems.push({ scope: storeScope(order.locationId), kind: 'fulfillment_order', id: order.id });
  return made;
}
