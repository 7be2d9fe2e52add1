import { type Kysely, sql } from 'kysely';

/** The keys that sign pickup codes, and which code of an order was given out last. Orders from before have none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table pickup_keys (
        id text primary key, public_key text not null, private_key text not null,
        made_at timestamptz not null default now(), withdrawn_at timestamptz)`,
    )
    .execute(db);
  await sql.raw(`alter table orders add column pickup_code_id text`).execute(db);
}
