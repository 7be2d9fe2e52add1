import { type Kysely, sql } from 'kysely';

/** What a customer of a web shop wrote to whoever gets the goods: it is printed with the packing slip. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table orders add column gift_message text`).execute(db);
}
