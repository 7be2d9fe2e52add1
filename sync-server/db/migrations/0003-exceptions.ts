import { type Kysely, sql } from 'kysely';

// Exceptions that were open before are told to their stores again, because their documents have gained fields.
const statements = [
  `alter table exceptions add column opened_at timestamptz, add column resolved_at timestamptz`,
  `update exceptions set opened_at = (body ->> 'openedAt')::timestamptz, body = body || '{"goods": [], "resolved": null}'`,
  `alter table exceptions alter column opened_at set not null`,
  `create index exceptions_by_time on exceptions (opened_at, id)`,
  `create index exceptions_open on exceptions (store_id, opened_at) where resolved_at is null`,
  `with told as (
    select c.scope, c.id, h.seq + row_number() over (partition by c.scope order by c.seq) as seq
    from changes c join scope_heads h on h.scope = c.scope where c.kind = 'exception' and not c.deleted
  ), moved as (
    update scope_heads h set seq = m.seq from (select scope, max(seq) as seq from told group by scope) m where m.scope = h.scope
  )
  update changes c set seq = told.seq from told where c.scope = told.scope and c.kind = 'exception' and c.id = told.id`,
  `create table exception_resolutions (
    operation_id text primary key, exception_id text not null, store_id text not null,
    outcome text not null check (outcome in ('counted', 'already_resolved', 'unknown_exception', 'choice_not_valid')),
    choice text not null, associate_id text, at timestamptz not null, body jsonb not null, received_at timestamptz not null default now())`,
  `create index exception_resolutions_by_exception on exception_resolutions (exception_id)`,
  `alter table quarantine add column applied_at timestamptz`,
  `create index quarantine_waiting on quarantine (id) where applied_at is null`,
  `create table quarantine_replays (
    id bigint generated always as identity primary key, quarantine_id bigint not null references quarantine,
    outcome text not null check (outcome in ('applied', 'unchanged')), code text, message text, asked_by text not null,
    at timestamptz not null default now())`,
  `create index quarantine_replays_by_quarantine on quarantine_replays (quarantine_id)`,
  `create table office_registers (store_id text primary key references locations, register_id text not null unique references registers)`,
];

/** The history of exceptions, the trail of what was replayed from quarantine, and the head office's own registers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
