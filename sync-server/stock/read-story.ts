import { sql } from 'kysely';
import { STORY_PAGE, type StockStory } from '../../domain/stock/story.ts';
import type { Db } from '../db/database.ts';

interface Row {
  id: number;
  at: Date;
  cause: string;
  on_hand: number;
  reserved: number;
  associate: string | null;
  register: string | null;
  receipt: string | null;
  number: string | null;
  reason: string | null;
}

/**
 * What moved the stock of an article at a location, the newest first: the operation of a register, or an order.
 * @param before gives those before this movement; the newest where it is left out.
 */
export async function readStory(db: Db, locationId: string, sku: string, before?: number): Promise<StockStory> {
  const { rows } = await sql<Row>`
    select m.id, coalesce((o.body ->> 'at')::timestamptz, m.at) as at, m.cause, m.on_hand, m.reserved,
      o.body ->> 'associateId' as associate, o.register_id as register, o.body -> 'payload' ->> 'receiptNumber' as receipt,
      coalesce(w.number, f.number) as number, o.body -> 'payload' ->> 'reason' as reason
    from (
      select id, at, cause, cause_id, on_hand, reserved,
        case when cause_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then cause_id::uuid end as uuid
      from stock_movements
      where location_id = ${locationId} and sku = ${sku} and id < ${before ?? Number.MAX_SAFE_INTEGER}
      order by id desc limit ${STORY_PAGE + 1}
    ) m
    left join operations o on o.id = m.uuid
    left join orders w on w.id = m.cause_id
    left join lateral (
      select orders.number from fulfillment_orders g join orders on orders.id = g.order_id
      where g.id = coalesce(o.body -> 'payload' ->> 'fulfillmentOrderId', m.cause_id)
    ) f on true
    order by m.id desc`.execute(db);
  const items = rows.slice(0, STORY_PAGE).map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    cause: row.cause,
    onHand: row.on_hand,
    reserved: row.reserved,
    associateId: row.associate,
    registerId: row.register,
    receiptNumber: row.receipt,
    orderNumber: row.number,
    reason: row.reason,
  }));
  const last = items.at(-1);
  return { items, ...(rows.length > STORY_PAGE && last !== undefined && { next: last.id }) };
}
