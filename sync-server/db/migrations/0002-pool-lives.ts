import { type Kysely, sql } from 'kysely';

const statements = [
  `create table pool_lives (
    n bigint primary key, id text not null unique, place text not null, heads jsonb not null,
    began_at timestamptz not null default now())`,
  `create index pool_lives_by_place on pool_lives (place)`,
];

/** The pool's lives: what tells a pool that was set back from one that was not, once it has given out the same numbers again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
