import { type Kysely, sql } from 'kysely';

/** What a key of the head office opened before there were scopes: everything that was not a register's. */
const EVERYTHING = JSON.stringify([
  'orders',
  'availability',
  'office.read',
  'office',
  'registers',
  'settings',
  'keys',
  'users',
  'personal_data',
  'actions',
  'events',
  'metrics',
]);

const statements = [
  `alter table api_keys add column scopes jsonb, add column expires_at timestamptz, add column last_used_at timestamptz`,
  `update api_keys set scopes = case scope when 'web_shop' then '["orders", "availability"]'::jsonb else '${EVERYTHING}'::jsonb end`,
  `alter table api_keys alter column scopes set not null, drop column scope`,
  `create table office_users (
    id text primary key,
    name text not null,
    name_key text not null,
    password jsonb not null,
    password_is_temporary boolean not null,
    scopes jsonb not null,
    totp_secret text,
    totp_pending text,
    totp_step bigint,
    recovery_codes jsonb not null,
    created_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    last_sign_in_at timestamptz
  )`,
  `create unique index office_users_by_name on office_users (name_key) where withdrawn_at is null`,
  `create table office_sign_ins (
    token_hash text primary key,
    user_id text not null references office_users (id),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
  )`,
  `create index office_sign_ins_by_user on office_sign_ins (user_id)`,
  `create index office_sign_ins_by_end on office_sign_ins (expires_at)`,
  `create table office_actions (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    actor_kind text not null check (actor_kind in ('key', 'user', 'command')),
    actor_id text not null,
    actor_name text not null,
    address text,
    action text not null,
    subject text not null,
    before jsonb,
    after jsonb
  )`,
  `create index office_actions_by_time on office_actions (at, id)`,
  `alter table setting_changes add column actor_kind text, add column actor_id text, add column address text`,
  `create index setting_changes_by_time on setting_changes (changed_at, id)`,
];

/** Keys with scopes, the users of the head office, and the log of what both have done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
