import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { ENDED } from '../../domain/fulfillment/fulfillment-order.ts';
import { type Finding, Violations } from './finding.ts';

interface Difference {
  location_id: string;
  sku: string;
  on_hand: number;
  reserved: number;
  moved_on_hand: number;
  moved_reserved: number;
  promised: number;
}

/** P2: levels are the sums of their movements, and what is reserved is what live fulfillment orders hold. */
export async function auditStock(db: Db): Promise<Finding> {
  const violations = new Violations();
  const { rows } = await sql<Difference>`
    with moved as (
      select location_id, sku, sum(on_hand)::bigint as on_hand, sum(reserved)::bigint as reserved from stock_movements group by 1, 2
    ), promised as (
      select location_id, line ->> 'sku' as sku, sum((line -> 'quantity')::int - (line -> 'short')::int)::bigint as units
      from fulfillment_orders, jsonb_array_elements(body -> 'lines') as line
      where not (body -> 'state' ->> 'status' = any(${ENDED}::text[])) group by 1, 2
    ), compared as (
      select location_id, sku, coalesce(level.on_hand, 0) as on_hand, coalesce(level.reserved, 0) as reserved,
        coalesce(moved.on_hand, 0) as moved_on_hand, coalesce(moved.reserved, 0) as moved_reserved, coalesce(promised.units, 0) as promised
      from stock_levels level full join moved using (location_id, sku) full join promised using (location_id, sku)
    )
    select * from compared where on_hand <> moved_on_hand or reserved <> moved_reserved or reserved <> promised
    order by location_id, sku`.execute(db);
  for (const row of rows) {
    const at = `${row.sku} at ${row.location_id}`;
    if (row.on_hand !== row.moved_on_hand) violations.add(`${at}: ${row.on_hand} on hand, but its movements make ${row.moved_on_hand}.`);
    if (row.reserved !== row.moved_reserved)
      violations.add(`${at}: ${row.reserved} reserved, but its movements make ${row.moved_reserved}.`);
    if (row.reserved !== row.promised) violations.add(`${at}: ${row.reserved} reserved, but fulfillment orders hold ${row.promised}.`);
  }
  const filed = await sql<{ id: string; status: string; stands: string }>`
    select id, status, body -> 'state' ->> 'status' as stands from fulfillment_orders
    where status <> body -> 'state' ->> 'status' or location_id <> body ->> 'locationId' order by id`.execute(db);
  for (const row of filed.rows) violations.add(`Fulfillment order ${row.id} is filed as ${row.status}, but stands at ${row.stands}.`);
  const { rows: counts } = await sql<{ levels: number; movements: number; fulfillmentOrders: number }>`
    select (select count(*) from stock_levels)::int as levels, (select count(*) from stock_movements)::int as movements,
      (select count(*) from fulfillment_orders)::int as "fulfillmentOrders"`.execute(db);
  const { levels = 0, movements = 0, fulfillmentOrders = 0 } = counts[0] ?? {};
  return {
    rule: 'P2',
    title: 'stock is the sum of its movements, reservations are held by orders',
    compared: { levels, movements, 'fulfillment orders': fulfillmentOrders },
    violations: violations.shown,
    count: violations.count,
  };
}
