import { type Kysely, sql } from 'kysely';

/** Who may place orders may ask what a cart costs: it opens nothing that an order does not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['api_keys', 'office_users']) {
    await sql.raw(`update ${table} set scopes = scopes || '["price_quotes"]'::jsonb where scopes @> '["orders"]'::jsonb`).execute(db);
  }
}
