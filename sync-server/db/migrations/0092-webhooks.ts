import { type Kysely, sql } from 'kysely';
import { giveScope } from './give-scope.ts';

const statements = [
  `create table webhooks (
    id text primary key,
    url text not null,
    events jsonb not null,
    secret text not null,
    old_secret text,
    old_secret_until timestamptz,
    off_because text check (off_because in ('by_hand', 'gone', 'failing')),
    created_at timestamptz not null default now(),
    failing_since timestamptz
  )`,
  `create table webhook_deliveries (
    id bigint generated always as identity primary key,
    webhook_id text not null references webhooks on delete cascade,
    message_id text not null,
    event text not null,
    ids jsonb not null,
    at timestamptz not null default now(),
    state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up')),
    run_at timestamptz not null default now(),
    attempts int not null default 0,
    sent_at timestamptz,
    status int,
    milliseconds int,
    error text,
    answer text,
    unique (webhook_id, message_id)
  )`,
  `create index webhook_deliveries_due on webhook_deliveries (webhook_id, run_at, id) where state = 'waiting'`,
  `create index webhook_deliveries_log on webhook_deliveries (webhook_id, id)`,
  `create index webhook_deliveries_by_age on webhook_deliveries (at)`,
];

/** The addresses that hear of events, and each message to them (Standard Webhooks). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await giveScope(db, 'webhooks');
}
