import { type Kysely, sql } from 'kysely';

/** The returns of a sale are found by its receipt. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create index returns_by_sale on returns ((origin ->> 'receiptNumber')) where origin ->> 'receiptNumber' is not null`)
    .execute(db);
}
