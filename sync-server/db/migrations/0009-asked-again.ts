import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table sourcing_exclusions add column until timestamptz`,
  `create index exceptions_open_by_kind on exceptions (kind, store_id) where resolved_at is null`,
];

/** When a location that had no time is asked again, and what stores have to count first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
