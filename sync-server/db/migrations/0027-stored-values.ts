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
  'people',
  'promotions',
]);

/** Gift cards and store credit are changed by a scope of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['api_keys', 'office_users']) {
    await sql.raw(`update ${table} set scopes = scopes || '["stored_values"]'::jsonb where scopes @> '${EVERYTHING}'::jsonb`).execute(db);
  }
}
