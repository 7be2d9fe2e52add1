import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table pool_lives rename to pool_epochs`,
  `alter table pool_epochs rename constraint pool_lives_pkey to pool_epochs_pkey`,
  `alter table pool_epochs rename constraint pool_lives_id_key to pool_epochs_id_key`,
  `alter index pool_lives_by_place rename to pool_epochs_by_place`,
];

/** What the table holds are called epochs, in the code and in what is sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
