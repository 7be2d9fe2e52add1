import { type RawBuilder, sql } from 'kysely';
import type { EventEffect } from '../../domain/base/effect.ts';
import { orderChanged } from '../../domain/orders/events.ts';
import { orderKeys } from '../../domain/orders/order-keys.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { Tx } from '../db/database.ts';
import { lockLog, MAKE_SUBSCRIBED, rowsOfEvents, WRITE_TOLD } from '../events/append-events.ts';
import { statusSql } from './status-sql.ts';

/** What a transaction did to orders. */
export interface OrderNotes {
  /** The orders of which lines, fulfillment orders or their own row were written. */
  readonly orders: readonly string[];
  /** Of them, those that are new or whose customer is another: the keys by which they are found are made anew. */
  readonly renamed: readonly string[];
}

/** Where orders stand by what is written now, beside what the list says of them (`old`). */
const fresh = (ids: readonly string[]): RawBuilder<unknown> => sql`
  fresh as materialized (
    select o.id, o.number, o.kind, ${statusSql(sql`l.waits`, sql`f.statuses`)} as status, (
        select coalesce(array_agg(distinct place.id order by place.id), '{}')
        from unnest(f.places || o.pickup_store_id) as place(id) where place.id is not null
      ) as stores, o.customer_id, o.placed_at, o.promised_at, o.channel,
      l.total_minor + coalesce(o.shipping_total_minor, 0) as total_minor, o.currency, old.event_seq as old_seq,
      coalesce(named.keys, old.keys, '{}') as keys, coalesce(old.keys, '{}') as old_keys, old.order_id is null as is_new,
      (old.status, old.kind, old.stores, old.customer_id, old.promised_at, old.channel, old.total_minor, old.keys) as was
    from orders o
    cross join lateral (
      select coalesce(bool_or(backordered > 0), false) as waits, coalesce(sum(total_minor), 0)::bigint as total_minor
      from order_lines where order_id = o.id) l
    cross join lateral (
      select coalesce(array_agg(status), '{}') as statuses,
        coalesce(array_agg(location_id) filter (where status <> 'rejected'), '{}') as places
      from fulfillment_orders where order_id = o.id) f
    left join named on named.id = o.id
    left join order_index old on old.order_id = o.id
    where o.id = any(${ids}::text[])
  )`;

/** The events that are given, and one for each order that is different and that none of them names. */
const told = (events: readonly EventEffect[], isRebuild: boolean): RawBuilder<unknown> => sql`
  given as (
    select n, event, ids from jsonb_to_recordset(${rowsOfEvents(events)}::jsonb) as r(n int, event text, ids jsonb)
  ), told as materialized (
    select n::bigint, event, ids from given
    union all
    select ${events.length}::bigint + row_number() over (order by id), ${orderChanged.event}, jsonb_build_object('orderId', id)
    from fresh where case when is_new then ${!isRebuild}::boolean
        else (status, kind, stores, customer_id, promised_at, channel, total_minor, keys) is distinct from was end
      and not exists (select from given where given.ids ->> 'orderId' = fresh.id)
  )`;

/** Writes the list and its keys. The number of an order is that of the last event that names it. */
const WRITE_INDEX = sql`
  numbered as (
    select fresh.*, w.seq from fresh
    left join (select ids ->> 'orderId' as id, max(seq) as seq from written group by 1) w on w.id = fresh.id
    where w.seq is not null or fresh.is_new
  ), listed as (
    insert into order_index (order_id, number, kind, status, stores, customer_id, placed_at, promised_at, channel, total_minor, currency,
      keys, event_seq)
    select id, number, kind, status, stores, customer_id, placed_at, promised_at, channel, total_minor, currency, keys,
      coalesce(seq, 0)
    from numbered order by id
    on conflict (order_id) do update set kind = excluded.kind, status = excluded.status, stores = excluded.stores,
      customer_id = excluded.customer_id, promised_at = excluded.promised_at, channel = excluded.channel,
      total_minor = excluded.total_minor, keys = excluded.keys,
      event_seq = excluded.event_seq
  )`;

const WRITE_KEYS = sql`
  gone as (
    delete from order_keys k using (
      select fresh.id, fresh.placed_at, one.key from fresh cross join unnest(fresh.old_keys) as one(key) where one.key <> all(fresh.keys)
    ) old where k.key = old.key and k.placed_at = old.placed_at and k.order_id = old.id
  ), came as (
    insert into order_keys (key, placed_at, order_id)
    select one.key, fresh.placed_at, fresh.id from fresh cross join unnest(fresh.keys) as one(key) order by 1, 2, 3
    on conflict do nothing
  ),`;

/** The keys of orders that are new or have another customer. */
async function readKeys(tx: Tx, ids: readonly string[]): Promise<{ id: string; keys: string[] }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; number: string; customer: OrderIntake['customer'] }>`
    select id, number, customer from orders where id = any(${ids}::text[])`.execute(tx);
  return rows.map(({ id, number, customer }) => ({ id, keys: orderKeys(number, customer) }));
}

async function note(tx: Tx, { orders, renamed }: OrderNotes, events: readonly EventEffect[], isRebuild: boolean): Promise<void> {
  const ids = [...new Set(orders)];
  const named = await readKeys(tx, [...new Set(renamed)]);
  await lockLog(tx);
  // A statement of its own: it sees all that whoever had the lock before has written, so that the last one to write an order sees it whole.
  await sql`
    with named as (
      select id, keys from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as r(id text, keys text[])
    ), ${fresh(ids)}, ${told(events, isRebuild)}, ${WRITE_TOLD}, ${WRITE_INDEX}, ${named.length === 0 ? sql`` : WRITE_KEYS}
    made as (${MAKE_SUBSCRIBED}) select`.execute(tx);
}

/**
 * Writes the events of a transaction and what the list of orders says of those that it has changed, which is the only way into the list
 * (rule P6: it is derived, and the audit compares it). Each change of the list has an event that names the order: `order_changed` where
 * none is given. Call it at the very END of the transaction in place of `appendEvents`. Without orders and events it asks nothing.
 */
export async function noteOrders(tx: Tx, notes: OrderNotes, events: readonly EventEffect[] = []): Promise<void> {
  if (notes.orders.length + events.length > 0) await note(tx, notes, events, false);
}

/** Writes the list of these orders anew. Those that it did not have get no event; those of which it said something else get one. */
export async function relistOrders(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await note(tx, { orders: ids, renamed: ids }, [], true);
}
