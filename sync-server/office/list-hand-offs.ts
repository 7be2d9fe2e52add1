import { UNDER_WAY } from '../../domain/fulfillment/fulfillment-order.ts';
import { type RawBuilder, sql } from 'kysely';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { HandOffPage, HandOffQuery } from '../../domain/office/office-protocol.ts';
import type { Db } from '../db/database.ts';

/** Whether nobody at a location can see its orders. Registers that the server made for itself never enrolled, and are none. */
export function hasNoRegister(location: string): RawBuilder<boolean> {
  return sql<boolean>`not exists (select 1 from registers r where r.store_id = ${sql.ref(location)} and r.status = 'active'
    and exists (select 1 from enrolment_codes c where c.used_by = r.id))`;
}

/** Whether a fulfillment order `f` waits for the head office to hand it to its location. */
export const waitsForHandOff: RawBuilder<boolean> = sql<boolean>`f.status = any(${[...UNDER_WAY]}::text[])
  and ${hasNoRegister('f.location_id')}`;

/** Fulfillment orders at locations where no register works, the oldest first. */
export async function listHandOffs(db: Db, { after, limit }: HandOffQuery): Promise<HandOffPage> {
  const [, placedAt = null, id = null] = /^(\d{4}-[\d:.TZ-]+)\|(.+)$/.exec(after ?? '') ?? [];
  const { rows } = await sql<{ body: FulfillmentOrder; name: string; timezone: string }>`
    select f.body, l.name, l.timezone from fulfillment_orders f join locations l on l.id = f.location_id
    where ${waitsForHandOff} and (${placedAt}::timestamptz is null or (f.placed_at, f.id) > (${placedAt}::timestamptz, ${id}::text))
    order by f.placed_at, f.id limit ${limit + 1}::int`.execute(db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1)?.body;
  return {
    items: shown.map(({ body, name, timezone }) => ({ locationName: name, timezone, order: body })),
    next: rows.length > limit && last !== undefined ? `${last.placedAt}|${last.id}` : null,
  };
}
