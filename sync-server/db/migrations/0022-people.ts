import { type Kysely, sql } from 'kysely';
import { giveScope } from './give-scope.ts';

const statements = [
  `alter table associates add column blocked_at timestamptz, add column removed_at timestamptz`,
  `create index associates_by_name on associates (name, id)`,
  `create index associates_by_store on associates (store_id, name, id)`,
];

/** People in the stores are blocked and removed, by a scope of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await giveScope(db, 'people');
}
