import { type Kysely, sql } from 'kysely';

/** From which age on an article is sold; null for goods for everybody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table products add column minimum_age int check (minimum_age between 1 and 99)`.execute(db);
}
