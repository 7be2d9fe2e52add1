import { type Kysely, sql } from 'kysely';

/** What was done on a second machine of a register is recorded again by the head office: as which operation (rule J7). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table quarantine add column recorded_as uuid').execute(db);
}
