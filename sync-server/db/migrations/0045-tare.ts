import { type Kysely, sql } from 'kysely';

/** What the packaging of an article weighs, in grams: it is taken off the weight that a scale shows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table products add column tare_grams int not null default 0 check (tare_grams between 0 and 10000)`.execute(db);
}
