import { type Kysely, sql } from 'kysely';

const statements = [
  `create table documents (
    kind text not null, id text not null, body jsonb not null, primary key (kind, id))`,
];

/** One table for every kind of document that no other SQL looks into. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
