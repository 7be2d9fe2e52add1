import { type Kysely, sql } from 'kysely';

/** Sentences become one fact, `told`: what was kept before stays as it was said. */
const statements = ['operations', 'quarantine', 'quarantine_replays'].flatMap((table) => [
  `alter table ${table} add column facts jsonb`,
  `update ${table} set facts = jsonb_build_object('told', message) where message is not null`,
  `alter table ${table} drop column message`,
]);

/** Why an operation is in quarantine is kept as a code and what it tells by name, and in no language. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...statements, 'alter table quarantine alter column facts set not null']) await sql.raw(statement).execute(db);
}
