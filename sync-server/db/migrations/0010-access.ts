import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table registers drop constraint registers_status_check`,
  `alter table registers add constraint registers_status_check check (status in ('active', 'cloned', 'withdrawn'))`,
  // Keys of before opened everything, and go on doing so; only the web shop's own is known to need less.
  `alter table api_keys add column scope text not null default 'office' check (scope in ('web_shop', 'office'))`,
  `alter table api_keys add column withdrawn_at timestamptz`,
  `update api_keys set scope = 'web_shop' where name = 'web shop'`,
];

/** Registers that are shut out, and keys that open a part, or nothing any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
