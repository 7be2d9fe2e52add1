import { type Kysely, sql } from 'kysely';

/** What the customer of an order takes instead of what is missing, line by line. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table order_lines add column substitutes jsonb`).execute(db);
}
