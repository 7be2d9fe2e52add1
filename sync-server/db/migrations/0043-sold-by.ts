import { type Kysely, sql } from 'kysely';

/** What the price of an article is for: a piece, or a kilogram of goods that are weighed when they are sold. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table products add column sold_by text not null default 'piece' check (sold_by in ('piece', 'kg'))`.execute(db);
}
