import { storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';

/**
 * Changes what is held back of these levels, in key order, and names the stock pages that have a new state. Call it with levels that
 * change only.
 */
export async function writeBuffers(
  tx: Tx,
  levels: readonly { readonly locationId: string; readonly sku: string; readonly page: number; readonly buffer: number }[],
  changeItems: ChangeItem[],
): Promise<void> {
  if (levels.length === 0) return;
  const json = JSON.stringify(levels);
  await sql`
    with d as materialized (
      select * from jsonb_to_recordset(${json}::jsonb) as r("locationId" text, sku text, buffer bigint)
    ), locked as materialized (
      select 1 from stock_levels s join d on s.location_id = d."locationId" and s.sku = d.sku
        order by s.location_id, s.sku for no key update of s
    )
    update stock_levels s set staleness_buffer = d.buffer
    from d where s.location_id = d."locationId" and s.sku = d.sku and (select count(*) from locked) >= 0`.execute(tx);
  for (const { locationId, page } of levels) changeItems.push({ scope: storeScope(locationId), kind: 'stock_page', id: String(page) });
}

/**
 * Trusts stores again that were heard after a silence: nothing of what they have is held back any more (rule P5). From then on
 * the next sourcing goes by their book as it is.
 */
export async function clearStalenessBuffers(tx: Tx, storeIds: readonly string[]): Promise<void> {
  // Whoever has a store's row locked does the same, or is reckoning it: then its next pull comes here again. Nobody's pull waits for that.
  const { rows: stores } = await sql<{ id: string }>`
    select id from locations where id = any(${storeIds}::text[]) and trust_reckoned_at is not null
    for no key update skip locked`.execute(tx);
  const ids = stores.map((store) => store.id);
  if (ids.length === 0) return;
  const { rows: held } = await sql<{ locationId: string; sku: string; page: number }>`
    select location_id as "locationId", sku, page from stock_levels where location_id = any(${ids}::text[])
      and staleness_buffer <> 0`.execute(tx);
  const changeItems: ChangeItem[] = [];
  await writeBuffers(
    tx,
    held.map((level) => ({ ...level, buffer: 0 })),
    changeItems,
  );
  await sql`update locations set trust_reckoned_at = null, last_heard_at = now() where id = any(${ids}::text[])`.execute(tx);
  await allocateChanges(tx, changeItems);
}
