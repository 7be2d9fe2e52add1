import { type Kysely, sql } from 'kysely';
import { giveScope } from './give-scope.ts';

const TABLES = [
  `create table price_lists (id text primary key, body jsonb not null)`,
  // A price without a first day has '' there, so that it is in order with the others and in the key.
  `create table prices (
    list_id text not null references price_lists on delete cascade, sku text not null, starts_on text not null, ends_on text,
    unit_price bigint not null check (unit_price >= 0), breaks jsonb not null, primary key (list_id, sku, starts_on))`,
  `create index prices_by_sku on prices (sku)`,
];

/** Price lists, and a scope of their own to write them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db);
  await giveScope(db, 'prices');
}
