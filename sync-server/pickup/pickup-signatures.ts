import { sql } from 'kysely';
import { z } from 'zod';
import { ERASED } from '../../domain/base/empty-personal.ts';
import type { PickupSignature, SignedPickups } from '../../domain/fulfillment/pickup-signature-protocol.ts';
import type { Db, Tx } from '../db/database.ts';
import { defineJob } from '../jobs/define-job.ts';

/** For so many days a signature is kept: most disputes about a payment by card are opened within 120 days. */
const KEPT_DAYS = 180;

/**
 * Keeps what customers signed in a store. The same again changes nothing. What was signed for an order of another store, or by a customer
 * who was erased since, is not kept.
 * @returns how many were new.
 */
export async function takeSignatures(tx: Tx, storeId: string, signatures: readonly PickupSignature[]): Promise<number> {
  const rows = signatures.map(({ proofId, fulfillmentOrderId, strokes }) => ({ proofId, orderId: fulfillmentOrderId, strokes }));
  const { numAffectedRows } = await sql`
    insert into pickup_signatures (proof_id, fulfillment_order_id, strokes)
    select r."proofId", r."orderId", r.strokes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("proofId" text, "orderId" text, strokes jsonb)
      join fulfillment_orders f on f.id = r."orderId" and f.location_id = ${storeId}
      join orders o on o.id = f.order_id and o.customer ->> 'name' <> ${ERASED}
    on conflict (proof_id) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** What customers signed for an order when they fetched it, the oldest handover first; null where there is no such order. */
export async function readSignatures(db: Db, number: string): Promise<SignedPickups | null> {
  const order = await db.selectFrom('orders').select('id').where('number', '=', number).executeTakeFirst();
  if (order === undefined) return null;
  const { rows } = await sql<SignedPickups['items'][number]>`
    select s.proof_id as "proofId", p.store_id as "storeId", p.body ->> 'at' as at, coalesce(a.name, '') as associate, s.strokes
    from fulfillment_orders f
      join pickup_signatures s on s.fulfillment_order_id = f.id
      join operations p on p.body -> 'payload' ->> 'proofId' = s.proof_id
      left join associates a on a.id = p.body ->> 'associateId'
    where f.order_id = ${order.id} order by at, s.proof_id`.execute(db);
  return { items: rows };
}

/** How many signatures are kept of these orders. */
export async function countSignatures(db: Db, orderIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pickup_signatures
    where fulfillment_order_id in (select id from fulfillment_orders where order_id = any(${orderIds}::text[]))`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Deletes what was signed for these orders (rule A2). @returns how many. */
export async function eraseSignatures(tx: Tx, orderIds: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from pickup_signatures
    where fulfillment_order_id in (select id from fulfillment_orders where order_id = any(${orderIds}::text[]))`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Every night: deletes signatures whose time is over (rule A2). */
export const forgetSignaturesJob = defineJob({
  kind: 'forget_signatures',
  schema: z.strictObject({}),
  recurs: { daily: '55 3 * * *', payload: {} },
  async run(tx) {
    await sql`delete from pickup_signatures where at < now() - make_interval(days => ${KEPT_DAYS})`.execute(tx);
    return { changed: 0 };
  },
});
