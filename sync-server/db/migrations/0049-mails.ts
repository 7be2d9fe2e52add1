import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // What is to be sent and to whom come by two roads, either of them first.
  `create table mails (
    id text primary key, kind text, about jsonb, address text,
    state text not null default 'waiting' check (state in ('waiting', 'sent')), at timestamptz not null default now())`,
  `create index mails_with_address on mails (at) where address is not null`,
];

/** Mails to customers. The address is taken out once a mail was sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
