import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.ts';

/** Has ready pickups wait from now on, by the server's clock; those that wait already go on. @param id of one order; null for all. */
export async function noteWaiting(db: Db | Tx, id: string | null): Promise<void> {
  await sql`
    insert into pickup_waits (fulfillment_order_id, location_id)
    select id, location_id from fulfillment_orders
    where kind = 'pickup' and status = 'ready' and (${id}::text is null or id = ${id}) on conflict do nothing`.execute(db);
}
