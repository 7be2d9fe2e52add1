import { type Kysely, sql } from 'kysely';

/** Finds what a customer bought in an earlier import, for goods that come back in a later file. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create index orders_imported_customer on orders ((customer ->> 'name')) where idempotency_key like 'import:%'`)
    .execute(db);
}
