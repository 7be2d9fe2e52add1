import { sql } from 'kysely';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { storeScope } from '../../domain/replica/documents.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { allocateChanges, type ChangeItem } from './allocate-changes.ts';

async function acknowledge(tx: Tx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; location_id: string }>`
    with waiting as (select id from fulfillment_orders where id = any(${ids}::text[]) and status = 'open' order by id for no key update)
    update fulfillment_orders f set status = 'acknowledged', body = jsonb_set(f.body, '{state}', '{"status":"acknowledged"}')
    from waiting where f.id = waiting.id returning f.id, f.location_id`.execute(tx);
  const items = rows.map((row): ChangeItem => ({ scope: storeScope(row.location_id), kind: 'fulfillment_order', id: row.id }));
  await allocateChanges(tx, items);
}

/**
 * Notes that a store was heard, and that it has every fulfillment order up to the change sequence that its register
 * presents: those that were open are acknowledged, which is what the word means.
 * @returns the fulfillment orders acknowledged.
 */
export async function hearFromStore(db: Db, storeId: string, presentedSeq: number): Promise<FulfillmentOrder['id'][]> {
  await sql`
    update locations set last_heard_at = now()
    where id = ${storeId} and (last_heard_at is null or last_heard_at < now() - interval '5 seconds')`.execute(db);
  if (presentedSeq === 0) return [];
  const open = await db
    .selectFrom('fulfillment_orders as f')
    .innerJoin('changes as c', (join) => join.onRef('c.id', '=', 'f.id').on('c.kind', '=', 'fulfillment_order').on('c.scope', '=', storeScope(storeId)))
    .select('f.id')
    .where('f.location_id', '=', storeId)
    .where('f.status', '=', 'open')
    .where('c.seq', '<=', presentedSeq)
    .execute();
  const ids = open.map((row) => row.id);
  if (ids.length > 0) await transact(db, (tx) => acknowledge(tx, ids));
  return ids;
}
