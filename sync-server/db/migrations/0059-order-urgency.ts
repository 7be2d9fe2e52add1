import { type Kysely, sql } from 'kysely';

/** How urgent an order is and how it is sent, of a web shop that says so: pickers make their waves by it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table orders add column priority integer, add column shipping_method text`).execute(db);
}
