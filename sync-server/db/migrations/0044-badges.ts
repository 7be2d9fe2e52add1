import { type Kysely, sql } from 'kysely';

/** What registers check a badge by; null for people without one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table associates add column badge jsonb`.execute(db);
}
