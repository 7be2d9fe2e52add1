import { type Kysely, sql } from 'kysely';

/** How large and how heavy an article is, with its packaging: cartons are suggested by it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table products add column weight_grams int check (weight_grams between 1 and 1000000), add column size_mm jsonb`.execute(
    db,
  );
}
