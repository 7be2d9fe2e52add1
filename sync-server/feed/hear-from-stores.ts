import { storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { clearStalenessBuffers } from '../stock/clear-staleness-buffers.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';

async function acknowledge(tx: Tx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; location_id: string }>`
    with waiting as (select id from fulfillment_orders where id = any(${ids}::text[]) and status = 'open' order by id for no key update)
    update fulfillment_orders f set status = 'acknowledged', body = jsonb_set(f.body, '{state}', '{"status":"acknowledged"}')
    from waiting where f.id = waiting.id returning f.id, f.location_id`.execute(tx);
  const items = rows.map((row): ChangeItem => ({ scope: storeScope(row.location_id), kind: 'fulfillment_order', id: row.id }));
  await allocateChanges(tx, items);
}

/** A store that was heard. */
export interface HeardStore {
  readonly storeId: string;
  /** How far its register says that it has the store's scope. */
  readonly presentedSeq: number;
}

/**
 * Notes that stores were heard, and that each has every fulfillment order up to the change sequence that its register
 * presents: those that were open are acknowledged, which is what the word means. One that had fallen silent is trusted again
 * once it is heard a second time within two minutes (rule P5): at first what it sold meanwhile is only on its way.
 * @returns the fulfillment orders acknowledged.
 */
export async function hearFromStores(db: Db, heard: readonly HeardStore[]): Promise<FulfillmentOrder['id'][]> {
  if (heard.length === 0) return [];
  // Whoever has a store's row locked is noting the same, so nobody waits for it.
  const { rows } = await sql<{ kind: 'store' | 'order'; id: string }>`
    with heard as (
      select "storeId" as id, max("presentedSeq") as seq
      from jsonb_to_recordset(${JSON.stringify(heard)}::jsonb) as r("storeId" text, "presentedSeq" bigint) group by 1
    ), quiet as (
      select id from locations where id in (select id from heard) and (last_heard_at is null
        or last_heard_at < now() - interval '5 seconds')
      for no key update skip locked
    ), noted as (
      update locations set last_heard_at = now() from quiet where locations.id = quiet.id
    )
    select 'store' as kind, l.id from heard join locations l on l.id = heard.id and l.trust_reckoned_at is not null
      and l.last_heard_at between now() - interval '2 minutes' and now() - interval '5 seconds'
    union all
    select 'order', f.id from heard
    join fulfillment_orders f on f.location_id = heard.id and f.status = 'open'
    join changes c on c.scope = 'store:' || heard.id and c.kind = 'fulfillment_order' and c.id = f.id and c.seq <= heard.seq`.execute(db);
  const idsOf = (kind: 'store' | 'order'): string[] => rows.filter((row) => row.kind === kind).map((row) => row.id);
  const distrusted = idsOf('store');
  if (distrusted.length > 0) await transact(db, (tx) => clearStalenessBuffers(tx, distrusted));
  const ids = idsOf('order');
  if (ids.length > 0) await transact(db, (tx) => acknowledge(tx, ids));
  return ids;
}
