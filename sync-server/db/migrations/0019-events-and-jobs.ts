import { type Kysely, sql } from 'kysely';

const statements = [
  `create table event_head (only_one boolean primary key default true check (only_one), seq bigint not null)`,
  `create table events (seq bigint primary key, event text not null, ids jsonb not null, at timestamptz not null default now())`,
  `create index events_by_age on events (event, at)`,
  `create table event_subscriptions (event text not null, job text not null, primary key (event, job))`,
  `alter table pool_epochs add column event_seq bigint not null default 0`,
  `create table jobs (
    id bigint generated always as identity primary key,
    kind text not null,
    key text not null,
    payload jsonb not null,
    state text not null default 'waiting' check (state in ('waiting', 'running', 'dead')),
    run_at timestamptz not null default now(),
    attempts int not null default 0,
    error text
  )`,
  `create unique index jobs_waiting on jobs (kind, key) where state = 'waiting'`,
  `create unique index jobs_dead on jobs (kind, key) where state = 'dead'`,
  `create index jobs_due on jobs (run_at, id) where state in ('waiting', 'running')`,
];

/** The log of events, with its number in commit order, and the jobs that are carried out in the background (rule E1). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
