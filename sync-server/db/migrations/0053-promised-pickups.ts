import { type Kysely, sql } from 'kysely';

/** By when an order was promised, of a web shop that says so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table orders add column promised_at timestamptz`).execute(db);
}
