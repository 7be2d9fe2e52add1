import { type Kysely, sql } from 'kysely';

const statements = [
  `create table setting_changes (
    id bigint generated always as identity primary key,
    level text not null check (level in ('company', 'store', 'register')), place_id text not null, key text not null,
    before jsonb, after jsonb, changed_by text not null, changed_at timestamptz not null default now())`,
  `create index setting_changes_by_key on setting_changes (key, id)`,
  `insert into documents (kind, id, body)
    select 'store_settings', id, jsonb_build_object('id', id, 'values', jsonb_strip_nulls(jsonb_build_object(
      'tax.rates', case when tax_rates <> '{}' then tax_rates end,
      'pickup.staging_locations', case when staging_locations <> '[]' then staging_locations end)))
    from locations where tax_rates <> '{}' or staging_locations <> '[]'`,
  `insert into documents (kind, id, body)
    select 'company_settings', 'company', jsonb_build_object('id', 'company', 'values', jsonb_build_object('stock.silent_stores',
      '{"risk": 0.05, "graceMinutes": 15, "closedHours": 12, "watchedDays": 28}'::jsonb || value))
    from settings where key = 'silent_stores'`,
  `delete from settings where key = 'silent_stores'`,
  `insert into scope_heads (scope)
    select case kind when 'store_settings' then 'store:' || id else 'all' end from documents
    where kind in ('store_settings', 'company_settings') on conflict do nothing`,
  `with moved as (
      update scope_heads h set seq = seq + 1 from documents d
      where (d.kind = 'store_settings' and h.scope = 'store:' || d.id) or (d.kind = 'company_settings' and h.scope = 'all')
      returning h.scope, d.kind, d.id, h.seq)
    insert into changes (scope, kind, id, seq) select scope, kind, id, seq from moved`,
  `alter table locations drop column tax_rates, drop column staging_locations`,
];

/** What was a column of a store, or only reachable by SQL, is a setting with a history (rule S1). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
