import { type Kysely, sql } from 'kysely';
import { giveScope } from './give-scope.ts';

const statements = [
  `create table sourcing_rules (
    version int primary key,
    rules jsonb not null,
    based_on int not null,
    made_at timestamptz not null default now(),
    made_by text not null,
    live_from timestamptz,
    live_no int unique,
    live_by text,
    check ((live_from is null) = (live_no is null))
  )`,
  `create table sourcing_decisions (
    id bigint generated always as identity,
    order_id text not null,
    at timestamptz not null default now(),
    occasion text not null,
    version int not null,
    body jsonb not null,
    primary key (order_id, id)
  )`,
  `create index sourcing_decisions_by_age on sourcing_decisions (at)`,
];

/** The rules of sourcing in their versions, and what was decided by them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await giveScope(db, 'rules');
}
