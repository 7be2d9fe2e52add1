import { type Kysely, sql } from 'kysely';

/** The scopes in the order in which they came. Those that a migration gave stay where they are. */
const IN_ORDER = [
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
  'stored_values',
  'customers',
  'prices',
  'price_quotes',
  'reports',
  'products',
  'webhooks',
  'rules',
] as const;

/** Gives a new scope to the keys and users that had every scope there was before it: they keep all that there is. */
export async function giveScope(db: Kysely<unknown>, scope: (typeof IN_ORDER)[number]): Promise<void> {
  const before = JSON.stringify(IN_ORDER.slice(0, IN_ORDER.indexOf(scope)));
  for (const table of ['api_keys', 'office_users']) {
    await sql.raw(`update ${table} set scopes = scopes || '["${scope}"]'::jsonb where scopes @> '${before}'::jsonb`).execute(db);
  }
}
