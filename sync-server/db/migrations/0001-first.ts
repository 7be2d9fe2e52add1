import { type Kysely, sql } from 'kysely';

// One statement an entry: PGlite takes one at a time. Levels change all the time: room on their pages spares their indexes.
const statements = [
  `create table company (
    id int primary key default 1 check (id = 1),
    name text not null, currency text not null, prices_include_tax boolean not null)`,
  `create table locations (
    id text primary key, kind text not null check (kind in ('store', 'warehouse')), name text not null,
    address text not null default '', city text not null default '', region text not null default '',
    postal_code text not null default '', country text not null default '',
    latitude float8, longitude float8, timezone text not null default 'UTC',
    staging_locations jsonb not null default '[]', tax_rates jsonb not null default '{}',
    active boolean not null default true, last_heard_at timestamptz)`,
  `create table associates (
    id text primary key, store_id text not null references locations, name text not null, role text not null, pin jsonb not null)`,
  `create table products (
    sku text primary key, gtin text unique, name text not null, brand text not null default '',
    category text not null default '', size text not null default '',
    unit_price bigint not null check (unit_price >= 0), tax_class text not null, page int not null)`,
  `create index products_by_page on products (page)`,
  `create table promotions (id text primary key, body jsonb not null)`,
  `create table stock_levels (
    location_id text not null references locations, sku text not null,
    on_hand int not null default 0, reserved int not null default 0 check (reserved >= 0),
    safety_stock int not null default 0, staleness_buffer int not null default 0, bin text, page int not null,
    available int generated always as (on_hand - reserved - safety_stock - staleness_buffer) stored,
    primary key (location_id, sku)) with (fillfactor = 70)`,
  `create index stock_levels_by_page on stock_levels (location_id, page)`,
  `create index stock_levels_by_sku on stock_levels (sku)`,
  `create table stock_movements (
    id bigint generated always as identity primary key, location_id text not null, sku text not null,
    on_hand int not null, reserved int not null, cause text not null, cause_id text not null,
    at timestamptz not null default now())`,
  `create index stock_movements_by_cause on stock_movements (cause_id)`,
  `create index stock_movements_arrivals on stock_movements (location_id, sku, id) where on_hand > 0`,
  `create table registers (
    id text primary key, store_id text not null references locations, prefix text not null unique,
    token_hash text not null unique, applied_seq bigint not null default 0,
    last_hash text not null default repeat('0', 64), receipt_count bigint not null default 0, receipt_slack int not null default 0,
    status text not null default 'active' check (status in ('active', 'cloned')),
    enrolled_at timestamptz not null default now(), last_seen_at timestamptz not null default now())`,
  `create table enrolment_codes (
    code_hash text primary key, store_id text not null references locations,
    created_at timestamptz not null default now(), expires_at timestamptz not null, used_by text references registers)`,
  `create table operations (
    id uuid primary key, register_id text not null, seq bigint not null, store_id text not null,
    type text not null, hash text not null, business_date text, body jsonb not null,
    outcome text not null check (outcome in ('applied', 'quarantined')), code text, message text,
    changes jsonb not null, store_change_seq bigint not null, received_at timestamptz not null default now(),
    unique (register_id, seq))`,
  `create table parked_operations (
    register_id text not null, seq bigint not null, id uuid not null, hash text not null,
    body jsonb not null, received_at timestamptz not null default now(), primary key (register_id, seq))`,
  `create index parked_operations_by_id on parked_operations (id)`,
  `create table quarantine (
    id bigint generated always as identity primary key, register_id text not null, operation_id text, seq bigint,
    code text not null, message text not null, body jsonb not null, content_hash text not null,
    at timestamptz not null default now(), unique (register_id, code, content_hash))`,
  `create table orders (
    id text primary key, number text not null unique, idempotency_key text not null unique, content_hash text not null,
    kind text not null check (kind in ('pickup', 'ship')), customer jsonb not null, ship_to jsonb,
    latitude float8, longitude float8, pickup_store_id text, pickup_code_hash text, currency text not null,
    placed_at timestamptz not null, cancelled_at timestamptz)`,
  `create table order_lines (
    order_id text not null references orders, line_no int not null, sku text not null, name text not null, gtin text,
    quantity int not null check (quantity > 0), unit_price bigint not null, total_minor bigint not null, tax_minor bigint not null,
    backordered int not null default 0 check (backordered >= 0), cancelled int not null default 0 check (cancelled >= 0),
    primary key (order_id, line_no))`,
  `create index order_lines_backordered on order_lines (sku) where backordered > 0`,
  `create table fulfillment_orders (
    id text primary key, order_id text not null references orders, location_id text not null references locations,
    kind text not null, status text not null, placed_at timestamptz not null, body jsonb not null)`,
  `create index fulfillment_orders_by_order on fulfillment_orders (order_id)`,
  `create index fulfillment_orders_by_location on fulfillment_orders (location_id, status)`,
  `create table sourcing_exclusions (
    order_id text not null, line_no int not null, location_id text not null, after_movement bigint not null default 0,
    primary key (order_id, line_no, location_id))`,
  `create table sales (
    receipt_number text primary key, sale_id text not null unique, store_id text not null, register_id text not null,
    business_date text not null, total_minor bigint not null, tax_minor bigint not null, body jsonb not null)`,
  `create table returns (
    receipt_number text primary key, operation_id text not null unique, store_id text not null, register_id text not null,
    origin jsonb not null, refund_minor bigint not null, business_date text not null, body jsonb not null)`,
  `create table shifts (id text primary key, store_id text not null, register_id text not null, body jsonb not null)`,
  `create table exceptions (id text primary key, store_id text not null, kind text not null, body jsonb not null)`,
  `create table scope_heads (scope text primary key, seq bigint not null default 0)`,
  `create table changes (
    scope text not null, kind text not null, id text not null, seq bigint not null, deleted boolean not null default false,
    primary key (scope, kind, id))`,
  `create index changes_by_seq on changes (scope, seq)`,
  `create table api_keys (key_hash text primary key, name text not null, created_at timestamptz not null default now())`,
  `create table settings (key text primary key, value jsonb not null)`,
];

/** All tables of the first release. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
