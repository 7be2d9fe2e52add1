import { type Kysely, sql } from 'kysely';

const statements = [
  `create table order_index (
    order_id text primary key,
    number text not null,
    kind text not null,
    status text not null,
    stores text[] not null,
    customer_id text,
    placed_at timestamptz not null,
    promised_at timestamptz,
    total_minor bigint not null,
    currency text not null,
    keys text[] not null,
    event_seq bigint not null
  )`,
  `create index order_index_placed on order_index (placed_at, order_id)`,
  `create index order_index_changed on order_index (event_seq, order_id)`,
  `create index order_index_status on order_index (status, placed_at, order_id)`,
  `create index order_index_stores on order_index using gin (stores)`,
  `create index order_index_customer on order_index (customer_id, placed_at, order_id) where customer_id is not null`,
  `create table order_keys (
    key text collate "C" not null,
    placed_at timestamptz not null,
    order_id text not null,
    primary key (key, placed_at, order_id)
  )`,
  `create index events_by_order on events ((ids ->> 'orderId'), seq) where ids ->> 'orderId' is not null`,
  // The orders that are there are listed in the background.
  `insert into jobs (kind, key, payload) select 'list_orders', 'all', '{"after":""}' where exists (select from orders)`,
];

/** The list of orders, the keys by whose beginnings they are found, and the events of an order. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
