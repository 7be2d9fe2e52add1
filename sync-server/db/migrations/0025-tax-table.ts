import { type Kysely, sql } from 'kysely';

const rates = `body -> 'values' -> 'tax.rates'`;

const statements = [
  // A table in which each class bears one tax of its own name, at one rate for ever.
  `update documents set body = jsonb_set(body #- '{values,tax.rates}', '{values,tax.table}', jsonb_build_object(
      'taxes', (select coalesce(jsonb_object_agg(key, jsonb_build_object(
          'rates', jsonb_build_array(jsonb_build_object('from', '0001-01-01', 'ratePpm', value)),
          'compound', false, 'fromMinor', 0, 'toMinor', null)), '{}') from jsonb_each(${rates})),
      'classes', (select coalesce(jsonb_object_agg(key, jsonb_build_array(jsonb_build_object(
          'tax', key, 'freeBelowMinor', null))), '{}') from jsonb_each(${rates})),
      'holidays', '[]'::jsonb))
    where kind in ('company_settings', 'store_settings') and ${rates} is not null`,
  `insert into setting_changes (level, place_id, key, before, after, changed_by)
    select case kind when 'store_settings' then 'store' else 'company' end, id, 'tax.table', null, body -> 'values' -> 'tax.table', 'update'
    from documents where kind in ('company_settings', 'store_settings') and body -> 'values' -> 'tax.table' is not null`,
  `with moved as (
      update scope_heads h set seq = seq + 1 from documents d
      where d.body -> 'values' -> 'tax.table' is not null
        and ((d.kind = 'store_settings' and h.scope = 'store:' || d.id) or (d.kind = 'company_settings' and h.scope = 'all'))
      returning h.scope, d.kind, d.id, h.seq)
    insert into changes (scope, kind, id, seq) select scope, kind, id, seq from moved
    on conflict (scope, kind, id) do update set seq = excluded.seq, deleted = false`,
];

/** Tax rates by class become a table of taxes: several on a line, with dates (rule S1). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
