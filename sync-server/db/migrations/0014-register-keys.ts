import { type Kysely, sql } from 'kysely';

/** The public key by which a register signs what it sends (rule A4); null until it has told one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table registers add column public_key jsonb`).execute(db);
}
