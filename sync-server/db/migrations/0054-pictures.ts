import { type Kysely, sql } from 'kysely';
import { giveScope } from './give-scope.ts';

/** Pictures of products, by the hash of their bytes, and a scope for whoever writes them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`create table pictures (hash text primary key, content bytea not null)`).execute(db);
  await sql.raw(`alter table products add column picture text references pictures (hash)`).execute(db);
  await sql.raw(`create index products_by_picture on products (picture) where picture is not null`).execute(db);
  await giveScope(db, 'products');
}
