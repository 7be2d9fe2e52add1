import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** What a store that says anything about it takes now. */
export interface OrdersLeft {
  /** Orders to ship, more than it has; none while it is paused. */
  readonly left: number;
  readonly isPaused: boolean;
}

/**
 * How many more orders to ship each store takes now, of those that say anything about it: none while it is paused, else what its limit
 * leaves of today by its own calendar. Orders that were rejected or cancelled do not count.
 */
export async function readOrdersLeft(tx: Tx): Promise<ReadonlyMap<string, OrdersLeft>> {
  // The id of a fulfillment order begins with the moment at which it was made.
  const { rows } = await sql<{ id: string; isPaused: boolean; most: number | null; taken: number }>`
    select d.id, coalesce((d.body -> 'paused' ->> 'until')::timestamptz > now(), false) as "isPaused",
      (d.body ->> 'ordersADay')::int as most,
      case when d.body ->> 'ordersADay' is null then 0 else (
        select count(*)::int from fulfillment_orders f
        where f.location_id = d.id and f.kind = 'ship' and f.status not in ('rejected', 'cancelled')
          and f.id >= substr(day.hex, 1, 8) || '-' || substr(day.hex, 9, 4)) end as taken
    from documents d join locations l on l.id = d.id
    cross join lateral (select lpad(to_hex((extract(epoch from
      date_trunc('day', now() at time zone l.timezone) at time zone l.timezone) * 1000)::bigint), 12, '0') as hex) day
    where d.kind = 'store_capacity'`.execute(tx);
  return new Map(
    rows.flatMap(({ id, isPaused, most, taken }): [string, OrdersLeft][] => {
      if (isPaused) return [[id, { left: 0, isPaused }]];
      return most === null ? [] : [[id, { left: Math.max(0, most - taken), isPaused }]];
    }),
  );
}
