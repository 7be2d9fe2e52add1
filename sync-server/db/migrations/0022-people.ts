import { type Kysely, sql } from 'kysely';

/** Every scope that there was before: who had them all keeps all that there is. */
const EVERYTHING = JSON.stringify([
  'orders',
  'availability',
  'office',
  'registers',
  'settings',
  'keys',
  'users',
  'personal_data',
  'actions',
  'events',
  'metrics',
]);

const statements = [
  `alter table associates add column blocked_at timestamptz, add column removed_at timestamptz`,
  `create index associates_by_name on associates (name, id)`,
  `create index associates_by_store on associates (store_id, name, id)`,
  ...['api_keys', 'office_users'].map(
    (table) => `update ${table} set scopes = scopes || '["people"]'::jsonb where scopes @> '${EVERYTHING}'::jsonb`,
  ),
];

/** People in the stores are blocked and removed, by a scope of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
