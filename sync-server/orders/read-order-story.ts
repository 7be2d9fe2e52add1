import { sql } from 'kysely';
import { orderReturned } from '../../domain/fulfillment/order-events.ts';
import { pickupExpired } from '../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { orderCancelled } from '../../domain/orders/events.ts';
import { type OrderStory, type OrderStoryEntry, STORY_ENTRIES } from '../../domain/orders/order-story.ts';
import { personErased } from '../../domain/orders/person-erased.ts';
import type { Db } from '../db/database.ts';

/** The events that say what no operation about the order does. */
const TOLD_EVENTS = [orderCancelled, orderReturned, pickupExpired, personErased].map(({ event }) => event);

interface OperationRow {
  readonly id: string;
  readonly type: string;
  readonly outcome: 'applied' | 'quarantined';
  readonly storeId: string;
  readonly registerId: string;
  readonly at: string;
  readonly arrivedAt: Date;
  readonly associateId: string | null;
  readonly associateName: string | null;
  readonly payload: Record<string, unknown>;
}

const byTime = (a: OrderStoryEntry, b: OrderStoryEntry): number => Date.parse(a.at) - Date.parse(b.at);

/** What stores did with parts of an order, the newest that came first. */
async function readOperations(db: Db, ids: readonly string[]): Promise<OrderStoryEntry[]> {
  if (ids.length === 0) return [];
  const columns = sql`id, type, outcome, store_id, register_id, body, received_at`;
  const { rows } = await sql<OperationRow>`
    select o.id::text, o.type, o.outcome, o.store_id as "storeId", o.register_id as "registerId", o.body ->> 'at' as at,
      o.received_at as "arrivedAt", o.body ->> 'associateId' as "associateId", coalesce(a.name, u.name) as "associateName",
      o.body -> 'payload' as payload
    from (
      select ${columns} from operations where body -> 'payload' ->> 'fulfillmentOrderId' = any(${ids}::text[])
      union all
      select ${columns} from operations where body -> 'payload' -> 'fulfillmentOrderIds' ?| ${ids}::text[]
    ) o
    left join associates a on a.id = o.body ->> 'associateId'
    left join office_users u on u.id = o.body ->> 'associateId'
    order by o.received_at desc, o.id desc limit ${STORY_ENTRIES + 1}::int`.execute(db);
  return rows.map(({ arrivedAt, payload, ...row }) => ({
    kind: 'operation',
    ...row,
    arrivedAt: arrivedAt.toISOString(),
    fulfillmentOrderIds: [payload['fulfillmentOrderId'], payload['fulfillmentOrderIds']]
      .flat()
      .filter((id): id is string => typeof id === 'string' && ids.includes(id)),
    payload,
  }));
}

/** Where parts of it were promised, and when. */
async function readSourced(db: Db, orders: readonly FulfillmentOrder[]): Promise<OrderStoryEntry[]> {
  const ids = orders.map(({ id }) => id);
  const { rows } = await sql<{ id: string; locationId: string; at: Date; units: number }>`
    select cause_id as id, location_id as "locationId", min(at) as at, sum(reserved)::int as units from stock_movements
    where cause_id = any(${ids}::text[]) and cause = 'reservation' group by cause_id, location_id`.execute(db);
  return rows.map(({ id, at, ...row }) => ({ kind: 'sourced', ...row, fulfillmentOrderId: id, at: at.toISOString() }));
}

/** What the head office did with it, and the events that no operation stands for. */
async function readOthers(db: Db, orderId: string, number: string, cancelledAt: Date | null): Promise<OrderStoryEntry[]> {
  const { rows: done } = await sql<{ at: Date; action: string; by: string; storeId: string | null }>`
    select at, action, actor_name as by, after ->> 'storeId' as "storeId" from office_actions
    where action like 'order.%' and subject = ${number}`.execute(db);
  const { rows: events } = await sql<{ at: Date; event: string; fulfillmentOrderId: string | null }>`
    select at, event, ids ->> 'fulfillmentOrderId' as "fulfillmentOrderId" from events
    where ids ->> 'orderId' = ${orderId} and event = any(${TOLD_EVENTS}::text[])`.execute(db);
  // What a person at the head office did is one entry, with their name: the event of the same transaction says no more.
  const isTold = ({ at, event }: { at: Date; event: string }) =>
    event === orderCancelled.event && at.getTime() === cancelledAt?.getTime() && done.some(({ action }) => action === 'order.cancel');
  // Events are kept for a while only; the order says for good that all of it was cancelled.
  const isKept = cancelledAt !== null && done.length === 0 && !events.some(({ event }) => event === orderCancelled.event);
  const others = [
    ...events.filter((one) => !isTold(one)),
    ...(isKept ? [{ at: cancelledAt, event: orderCancelled.event, fulfillmentOrderId: null }] : []),
  ];
  return [
    ...done.map(({ at, ...one }): OrderStoryEntry => ({ kind: 'office', at: at.toISOString(), ...one })),
    ...others.map(({ at, ...one }): OrderStoryEntry => ({ kind: 'event', at: at.toISOString(), ...one })),
  ];
}

/**
 * What happened to an order, the oldest first: in the pool, in the stores, at the head office. Null for a number that no order has.
 * What a register did without a network stands where it was done, whenever it came.
 */
export async function readOrderStory(db: Db, number: string): Promise<OrderStory | null> {
  const order = await db.selectFrom('orders').select(['id', 'placed_at', 'cancelled_at']).where('number', '=', number).executeTakeFirst();
  if (order === undefined) return null;
  const parts = (await db.selectFrom('fulfillment_orders').select('body').where('order_id', '=', order.id).execute()).map(
    ({ body }) => body,
  );
  const operations = await readOperations(
    db,
    parts.map(({ id }) => id),
  );
  const items: OrderStoryEntry[] = [
    { kind: 'placed', at: order.placed_at.toISOString() },
    ...(await readSourced(db, parts)),
    ...operations.slice(0, STORY_ENTRIES),
    ...parts.flatMap(({ id, toldAt }): OrderStoryEntry[] =>
      toldAt === undefined ? [] : [{ kind: 'told', at: toldAt, fulfillmentOrderId: id }],
    ),
    ...(await readOthers(db, order.id, number, order.cancelled_at)),
  ];
  return { items: items.sort(byTime), complete: operations.length <= STORY_ENTRIES };
}
