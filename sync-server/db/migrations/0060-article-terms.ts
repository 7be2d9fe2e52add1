import { type Kysely, sql } from 'kysely';

/** How an article is sold, where that is not as plain goods: a service, a fee, a deposit, what asks for a serial number, a bundle. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table products add column terms jsonb').execute(db);
}
