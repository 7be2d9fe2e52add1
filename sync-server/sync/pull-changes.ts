import { sql } from 'kysely';
import { scopesOf, storeScope } from '../../domain/replica/documents.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Checkpoint } from '../../domain/wire/protocol.ts';
import type { Db } from '../db/database.ts';

export interface PullRequest {
  readonly registerId: string;
  readonly storeId: string;
  /** The change sequence of each scope that the register has; a scope that is not named starts at 0. */
  readonly checkpoint: Checkpoint;
  /** The pool's life that came with the checkpoint; null or left out when none did: then numbers alone are compared. */
  readonly life?: string | null | undefined;
  /** How many changes to give at most. Pages of the catalog weigh more than one, so that an answer stays of a sensible size. */
  readonly limit: number;
}

export type PullRefusal =
  /** A scope of another register or store (rule R1). */
  | { readonly code: 'other_scope'; readonly scope: string }
  /** A change sequence that the pool, as its history now stands, has not given to this register: it was set back to an older state. */
  | { readonly code: 'checkpoint_ahead'; readonly scope: string };

export interface Pulled {
  /** The JSON text of an array of changes: it goes out as the database made it. */
  readonly changesJson: string;
  readonly checkpoint: Checkpoint;
  readonly complete: boolean;
  readonly appliedSeq: number;
  /** The newest life of the pool; null before the first. */
  readonly life: string | null;
}

/** The JSON of a document as it stands in this very snapshot, by kind. `t` is the change. */
const BODY = sql`case t.kind
  when 'company' then (select json_build_object('name', name, 'currency', currency, 'pricesIncludeTax', prices_include_tax) from company)
  when 'promotion' then (select body::json from promotions where id = t.id)
  when 'store' then (select json_build_object('id', id, 'name', name,
      'address', concat_ws(', ', nullif(address, ''), nullif(concat_ws(' ', nullif(postal_code, ''), nullif(city, '')), '')),
      'timezone', timezone, 'taxRates', tax_rates, 'stagingLocations', staging_locations) from locations where id = t.id)
  when 'associate' then (select json_build_object('id', id, 'storeId', store_id, 'name', name, 'role', role, 'pin', pin) from associates where id = t.id)
  when 'catalog_page' then (select json_build_object('page', t.id::int, 'sku', json_agg(sku), 'gtin', json_agg(gtin),
      'name', json_agg(name), 'brand', json_agg(brand), 'category', json_agg(category),
      'size', json_agg(size), 'unitPrice', json_agg(unit_price), 'taxClass', json_agg(tax_class))
      from (select * from products where page = t.id::int order by sku) page)
  when 'stock_page' then (select json_build_object('page', t.id::int, 'levels', json_agg(json_build_object('sku', sku, 'onHand', on_hand,
      'reserved', reserved, 'safetyStock', safety_stock, 'stalenessBuffer', staleness_buffer, 'bin', bin) order by sku))
      from stock_levels where location_id = substr(t.scope, 7) and page = t.id::int)
  when 'fulfillment_order' then (select body::json from fulfillment_orders where id = t.id)
  when 'sale' then (select body::json from sales where receipt_number = t.id)
  when 'shift' then (select body::json from shifts where id = t.id)
  when 'exception' then (select body::json from exceptions where id = t.id)
  when 'quarantined_operation' then (select json_build_object('operationId', coalesce(operation_id, ''), 'seq', seq, 'code', code,
      'message', message, 'at', to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from quarantine where id = t.id::bigint)
  end`;

interface PullRow {
  changes: string | null;
  checkpoint: Checkpoint;
  bounds: Checkpoint;
  complete: boolean;
  applied_seq: number;
  life: string | null;
}

/**
 * Reads what has changed since a checkpoint, in one statement and so in one snapshot (rule R2): the changes, the
 * documents as they stand, how far each scope has come, and how many of the register's operations are in it (rule R3).
 */
export async function pullChanges(db: Db, request: PullRequest): Promise<Result<Pulled, PullRefusal>> {
  const { registerId, storeId, checkpoint, limit, life = null } = request;
  const scopes = scopesOf(request);
  const foreign = Object.keys(checkpoint).find((scope) => !scopes.includes(scope));
  if (foreign !== undefined) return refuse({ code: 'other_scope', scope: foreign });
  const asked = JSON.stringify(scopes.map((scope) => ({ scope, after: checkpoint[scope] ?? 0 })));
  const { rows } = await sql<PullRow>`
    with presented as materialized (
      select (select n from pool_lives where id = ${life}::text) as n
    ), next_life as materialized (
      select heads from pool_lives where n > (select n from presented) order by n limit 1
    ), asked as materialized (
      select a.scope, a.after, coalesce(h.seq, 0) as head, case
        when ${life}::text is null then coalesce(h.seq, 0)
        when (select n from presented) is null then 0
        else coalesce((select coalesce((heads ->> a.scope)::bigint, 0) from next_life), h.seq, 0) end as bound
      from jsonb_to_recordset(${asked}::jsonb) as a(scope text, after bigint) left join scope_heads h on h.scope = a.scope
    ), pending as (
      select c.* from asked a cross join lateral (
        select scope, kind, id, seq, deleted from changes where changes.scope = a.scope and changes.seq > a.after
        order by changes.seq limit ${limit}::int + 1) c
    ), weighed as (
      select *, row_number() over sofar as place,
        sum(case kind when 'catalog_page' then 25 when 'stock_page' then 5 else 1 end) over sofar as weight
      from pending window sofar as (order by scope, seq)
    ), t as materialized (
      select * from weighed where place = 1 or weight <= ${limit}::int
    ), reached as materialized (
      select a.scope, case
        when not exists (select 1 from changes c where c.scope = a.scope and c.seq > coalesce(last.seq, a.after)) then greatest(a.head, a.after)
        else coalesce(last.seq, a.after) end as seq, a.head, a.bound
      from asked a left join lateral (select max(t.seq) as seq from t where t.scope = a.scope) last on true
    )
    select
      (select json_agg(json_build_object('scope', t.scope, 'seq', t.seq, 'kind', t.kind, 'id', t.id,
        'body', case when t.deleted then null else ${BODY} end) order by t.scope, t.seq)::text from t) as changes,
      (select json_object_agg(scope, seq) from reached) as checkpoint,
      (select json_object_agg(scope, bound) from reached) as bounds,
      (select bool_and(seq >= head) from reached) as complete,
      coalesce((select o.seq from operations o where o.register_id = ${registerId}
        and o.store_change_seq <= (select seq from reached where scope = ${storeScope(storeId)})
        order by o.seq desc limit 1), 0) as applied_seq,
      (select id from pool_lives order by n desc limit 1) as life`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error('A pull gave no row.');
  const ahead = scopes.find((scope) => (checkpoint[scope] ?? 0) > (row.bounds[scope] ?? 0));
  if (ahead !== undefined) return refuse({ code: 'checkpoint_ahead', scope: ahead });
  return accept({ changesJson: row.changes ?? '[]', checkpoint: row.checkpoint, complete: row.complete, appliedSeq: row.applied_seq, life: row.life });
}
