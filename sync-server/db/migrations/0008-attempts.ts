import { type Kysely, sql } from 'kysely';

/** What was tried and how often, so that several servers limit it together. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create table attempts (bucket text primary key, began_at timestamptz not null, count int not null)').execute(db);
}
