import { sql } from 'kysely';
import { z } from 'zod';
import { storeScope } from '../../domain/base/scope.ts';
import { fulfillmentOrderDocument, pickupExpired } from '../../domain/fulfillment/documents.ts';
import { expireOrder } from '../../domain/fulfillment/expire-order.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { pickupKeepDays } from '../../domain/fulfillment/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { defineJob } from '../jobs/define-job.ts';
import { readSettings } from '../settings/read-setting.ts';
import { noteOrders } from '../order-index/note-orders.ts';
import { postMovements } from '../stock/post-movements.ts';
import { cancelDeclined } from './cancel-declined.ts';

/** How many orders one transaction ends. */
const BATCH = 50;

/** How long pickups wait, by store; only stores where they do not wait for as long as it takes. */
async function storesThatEnd(tx: Tx): Promise<{ storeId: string; days: number }[]> {
  const waiting = await tx.selectFrom('pickup_waits').select('location_id').distinct().orderBy('location_id').execute();
  const ids = waiting.map((row) => row.location_id);
  const reader = await readSettings(tx, ids);
  return ids.map((storeId) => ({ storeId, days: settingOf(reader, pickupKeepDays, { storeId }) })).filter(({ days }) => days > 0);
}

/** Those that have waited for too long by the server's clock, locked; not those that somebody in the store keeps for longer. */
async function findDue(tx: Tx, now: Date): Promise<FulfillmentOrder[]> {
  const stores = await storesThatEnd(tx);
  if (stores.length === 0) return [];
  const { rows } = await sql<{ body: FulfillmentOrder }>`
    select f.body from pickup_waits w join fulfillment_orders f on f.id = w.fulfillment_order_id
      join jsonb_to_recordset(${JSON.stringify(stores)}::jsonb) as s("storeId" text, days int) on s."storeId" = w.location_id
    where w.since + make_interval(days => s.days) < now() and f.status = 'ready'
      and coalesce(f.body ->> 'keepUntil', '') collate "C" < ${now.toISOString()}
    order by f.id limit ${BATCH} for update of f skip locked`.execute(tx);
  return rows.map(({ body }) => body);
}

/** Forgets those that wait no longer, however they ended. */
async function forgetEnded(tx: Tx): Promise<void> {
  await sql`
    delete from pickup_waits w using fulfillment_orders f where f.id = w.fulfillment_order_id and f.status <> 'ready'`.execute(tx);
}

/**
 * Ends pickups that nobody fetched: their units are free again, their goods wait to be put back, and `refunds` of the order names their
 * money. Once it is ended here, a register that was cut off and handed it over all the same wins as a fact (rule J5), and somebody is told.
 * @returns how many ended.
 */
export async function expirePickups(tx: Tx): Promise<number> {
  const now = new Date();
  await forgetEnded(tx);
  const ended = (await findDue(tx, now)).map((order) => ({ before: order, ...expireOrder(order, now.toISOString()) }));
  if (ended.length === 0) return 0;
  const bodies = ended.map(({ order }) => fulfillmentOrderDocument.compact(order));
  await sql`
    update fulfillment_orders f set status = new.body -> 'state' ->> 'status', body = new.body
    from jsonb_array_elements(${JSON.stringify(bodies)}::jsonb) as new(body) where f.id = new.body ->> 'id'`.execute(tx);
  const changeItems = ended.map(
    ({ order }): ChangeItem => ({ scope: storeScope(order.locationId), kind: fulfillmentOrderDocument.kind, id: order.id }),
  );
  const released = ended.flatMap(({ order: { id, locationId }, lines }) =>
    lines.map(({ sku, quantity }) => ({ locationId, sku, onHand: 0, reserved: -quantity, cause: 'cancel' as const, causeId: id })),
  );
  await postMovements(tx, released, changeItems);
  await cancelDeclined(
    tx,
    ended.map(({ before, lines }) => ({ fulfillmentOrder: before, lines })),
  );
  await forgetEnded(tx);
  await allocateChanges(tx, changeItems);
  await noteOrders(
    tx,
    { orders: ended.map(({ order }) => order.orderId), renamed: [] },
    ended.map(({ order }) => pickupExpired.effect(order)),
  );
  return ended.length;
}

/** Every minute. */
export const expirePickupsJob = defineJob({
  kind: 'expire_pickups',
  schema: z.strictObject({}),
  recurs: { everyMs: 60_000, payload: {} },
  async run(tx) {
    const changed = await expirePickups(tx);
    return changed < BATCH ? { changed } : { changed, next: { inMs: 1_000, payload: {} } };
  },
});
