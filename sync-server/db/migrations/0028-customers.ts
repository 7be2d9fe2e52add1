import { type Kysely, sql } from 'kysely';
import { giveScope } from './give-scope.ts';

const statements = [
  `create table customers (id text primary key, body jsonb not null, erased_at timestamptz)`,
  // A sale names a customer whose profile may still be on its way: no foreign key.
  `create table customer_stores (customer_id text not null, store_id text not null references locations (id),
    primary key (customer_id, store_id))`,
  `create table customer_keys (key text collate "C" not null, customer_id text not null references customers (id),
    primary key (key, customer_id))`,
  `create index customer_keys_by_customer on customer_keys (customer_id)`,
  `create index sales_by_customer on sales ((body ->> 'customerId')) where body ->> 'customerId' is not null`,
  `create index returns_by_customer on returns ((body ->> 'customerId')) where body ->> 'customerId' is not null`,
  `create index customer_consents on documents ((body ->> 'customerId')) where kind = 'customer_consent'`,
];

/** Customers, the stores that serve them, and the keys by whose beginnings they are found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await giveScope(db, 'customers');
}
