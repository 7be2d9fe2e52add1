import { type Kysely, sql } from 'kysely';

const roles = `body -> 'values' -> 'people.roles'`;
const rule = `'{"account.over_limit": {"approvalBy": ["manager"], "above": null}}'::jsonb`;
const ruled = ['associate', 'picker', 'senior'].map((role) => `'${role}', coalesce(${roles} -> '${role}', '{}') || ${rule}`).join(', ');

const statements = [
  `create index operations_by_stored_value on operations ((body -> 'payload' ->> 'storedValueId'))
    where body -> 'payload' ->> 'storedValueId' is not null`,
  `insert into setting_changes (level, place_id, key, before, after, changed_by)
    select case kind when 'store_settings' then 'store' else 'company' end, id, 'people.roles', ${roles},
      ${roles} || jsonb_build_object(${ruled}), 'update'
    from documents where kind in ('company_settings', 'store_settings') and ${roles} is not null`,
  `update documents set body = jsonb_set(body, '{values,people.roles}', ${roles} || jsonb_build_object(${ruled}))
    where kind in ('company_settings', 'store_settings') and ${roles} is not null`,
  `with moved as (
      update scope_heads h set seq = seq + 1 from documents d
      where d.body -> 'values' -> 'people.roles' is not null
        and ((d.kind = 'store_settings' and h.scope = 'store:' || d.id) or (d.kind = 'company_settings' and h.scope = 'all'))
      returning h.scope, d.kind, d.id, h.seq)
    insert into changes (scope, kind, id, seq) select scope, kind, id, seq from moved
    on conflict (scope, kind, id) do update set seq = excluded.seq, deleted = false`,
];

/** Statements of accounts find what the head office said; and where roles are limited, a manager decides who goes over a limit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
