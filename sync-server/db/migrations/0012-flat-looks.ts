import { type Kysely, sql } from 'kysely';

const statements = [
  `create index exceptions_resolved on exceptions (resolved_at, id) where resolved_at is not null`,
  `create index sourcing_exclusions_until on sourcing_exclusions (until) where until is not null`,
];

/** What lists and sweeps are quickly found by, however much there is that they are not about. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
