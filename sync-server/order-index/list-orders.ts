import { type RawBuilder, sql } from 'kysely';
import { orderSearch } from '../../domain/orders/order-keys.ts';
import type { ListedOrder, OrderListQuery, OrderPage } from '../../domain/orders/order-list-protocol.ts';
import type { Db } from '../db/database.ts';
import { CURRENT_EPOCH, standsAt } from '../events/read-events.ts';
import { isListComplete } from './list-orders-job.ts';
import { type OrderPlace, writePlace } from './order-place.ts';

type Condition = RawBuilder<unknown>;
type Row = Omit<ListedOrder, 'placedAt' | 'promisedAt'> & {
  readonly placedAt: Date;
  readonly promisedAt: Date | null;
  /** `placed_at`, as exact as the database has it. */
  readonly placed: string;
  readonly epoch: string | null;
};

/** The statuses of which something may still be late. */
const UNFINISHED = ['backordered', 'open', 'in_progress', 'ready'];
const IS_LATE = sql`(i.promised_at is not null and i.promised_at < now() and i.status = any(${UNFINISHED}::text[]))`;
const NOTHING: Condition = sql`false`;

function filtersOf({ status, kind, channel, store, customer, placedFrom, placedBefore, late }: OrderListQuery): Condition[] {
  return [
    ...(status === undefined ? [] : [sql`i.status = any(${status}::text[])`]),
    ...(kind === undefined ? [] : [sql`i.kind = ${kind}`]),
    ...(channel === undefined ? [] : [sql`i.channel = ${channel}`]),
    ...(store === undefined ? [] : [sql`i.stores @> array[${store}]::text[]`]),
    ...(customer === undefined ? [] : [sql`i.customer_id = ${customer}`]),
    ...(placedFrom === undefined ? [] : [sql`i.placed_at >= ${placedFrom}::timestamptz`]),
    ...(placedBefore === undefined ? [] : [sql`i.placed_at < ${placedBefore}::timestamptz`]),
    ...(late === undefined ? [] : [late === 'true' ? IS_LATE : sql`not ${IS_LATE}`]),
  ];
}

/** Behind the place where the answer before ended. */
function behind(place: OrderPlace | null): Condition[] {
  if (place === null) return [];
  if (place.sort === 'placed') return [sql`(i.placed_at, i.order_id) < (${place.placed}::timestamptz, ${place.id})`];
  const stands = standsAt(place);
  // A reader who is set back after a restore has not read the order that has that number.
  return [sql`(i.event_seq, i.order_id) > (${stands}, case when ${stands} = ${place.seq}::bigint then ${place.id} else '' end)`];
}

/** The orders that have a key with each of the beginnings of one list, from the index of keys alone. Null where the text means nobody. */
function meant(typed: string, place: OrderPlace | null): RawBuilder<unknown> | null {
  const lists = orderSearch(typed);
  if (lists.length === 0) return null;
  const before = place?.sort === 'placed' ? sql` and (placed_at, order_id) < (${place.placed}::timestamptz, ${place.id})` : sql``;
  const startsWith = (beginning: string) => `${beginning.replace(/[\\%_]/g, '\\$&')}%`;
  const found = lists.map((beginnings) => {
    // Two words of one order may begin alike.
    const each = beginnings.map(
      (one) => sql`select distinct placed_at, order_id from order_keys where key like ${startsWith(one)}${before}`,
    );
    return sql`(${sql.join(each, sql` intersect `)})`;
  });
  return sql`${sql.join(found, sql` union `)}`;
}

/** A page of the list of orders: see `orderListQuery`. */
export async function listOrders(db: Db, query: OrderListQuery, place: OrderPlace | null): Promise<OrderPage> {
  const { sort, limit } = query;
  const found = query.text === undefined || query.text.trim() === '' ? undefined : meant(query.text, place);
  const filters = filtersOf(query);
  const conditions = [...filters, ...behind(place), ...(found === null ? [NOTHING] : [])];
  const order = (of: RawBuilder<unknown>) =>
    sort === 'placed' ? sql`${of}.placed_at desc, ${of}.order_id desc` : sql`${of}.event_seq, ${of}.order_id`;
  // The keys have the date: where nothing else is asked for, the newest are found among them, before anything is looked up.
  const first = sort === 'placed' && filters.length === 0 ? sql`order by placed_at desc, order_id desc limit ${limit + 1}::int` : sql``;
  const isMeant = found !== undefined && found !== null;
  const from = isMeant ? sql`(${found} ${first}) hit join order_index i on i.order_id = hit.order_id` : sql`order_index i`;
  const { rows } = await sql<Row>`
    select p.order_id as "orderId", p.number, p.kind, p.channel, p.status, p.stores, o.customer ->> 'name' as "customerName",
      p.customer_id as "customerId", p.placed_at as "placedAt", to_json(p.placed_at) #>> '{}' as placed, p.promised_at as "promisedAt",
      p.is_late as "isLate", p.total_minor as "totalMinor", p.currency, p.event_seq as seq, ${CURRENT_EPOCH} as epoch
    from (
      select i.*, ${IS_LATE} as is_late
      from ${from}
      where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
      order by ${order(sql`i`)} limit ${limit + 1}::int
    ) p join orders o on o.id = p.order_id order by ${order(sql`p`)}`.execute(db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit;
  const next = last === undefined ? place : placeOf(last, sort);
  return {
    items: shown.map(({ placed: _placed, epoch: _epoch, placedAt, promisedAt, ...row }) => ({
      ...row,
      placedAt: placedAt.toISOString(),
      promisedAt: promisedAt?.toISOString() ?? null,
    })),
    next: next === null || (sort === 'placed' && !more) ? null : writePlace(next),
    more,
    complete: await isListComplete(db),
  };
}

const placeOf = ({ orderId: id, placed, seq, epoch }: Row, sort: OrderListQuery['sort']): OrderPlace =>
  sort === 'placed' ? { sort, placed, id } : { sort, epoch, seq, id };
