import { type Kysely, sql } from 'kysely';

/** When words of a person were taken out of an operation: its hash is not that of its content any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table operations add column erased_at timestamptz`).execute(db);
}
