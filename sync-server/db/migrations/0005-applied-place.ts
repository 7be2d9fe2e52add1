import { type Kysely, sql } from 'kysely';

/** Finds how far a register's operations are in what it pulls, at once and however long its journal is (rule R3). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index operations_applied on operations (register_id, store_change_seq desc, seq desc)').execute(db);
}
