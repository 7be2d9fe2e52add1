import { stockKey } from '../../domain/base/stock-key.ts';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** Units of a SKU to be promised at a location. Each location and SKU stands at most once in a call. */
export interface ReservationWant {
  readonly locationId: string;
  readonly sku: string;
  readonly quantity: number;
}

/**
 * Promises stock, each want all or nothing, in one conditional statement that locks the levels in key order: whatever
 * the concurrency, nothing is promised twice (rule P3). The caller writes the movements (rule P2) by `recordMovements`.
 * @returns the `stockKey`s of the wants that were granted.
 */
export async function reserveStock(tx: Tx, wants: readonly ReservationWant[]): Promise<ReadonlySet<string>> {
  if (wants.length === 0) return new Set();
  const { rows } = await sql<{ location_id: string; sku: string }>`
    with held as (
      select level.location_id, level.sku, want.quantity
      from jsonb_to_recordset(${JSON.stringify(wants)}::jsonb) as want("locationId" text, sku text, quantity bigint)
      join stock_levels level on level.location_id = want."locationId" and level.sku = want.sku
      where level.available >= want.quantity
      order by level.location_id, level.sku
      for no key update of level)
    update stock_levels level set reserved = level.reserved + held.quantity
    from held
    where level.location_id = held.location_id and level.sku = held.sku and level.available >= held.quantity
    returning level.location_id, level.sku`.execute(tx);
  return new Set(rows.map((row) => stockKey(row.location_id, row.sku)));
}

/** Takes back what {@link reserveStock} granted in this transaction and nothing has recorded. */
export async function unreserveStock(tx: Tx, granted: readonly ReservationWant[]): Promise<void> {
  if (granted.length === 0) return;
  await sql`
    update stock_levels level set reserved = level.reserved - want.quantity
    from jsonb_to_recordset(${JSON.stringify(granted)}::jsonb) as want("locationId" text, sku text, quantity bigint)
    where level.location_id = want."locationId" and level.sku = want.sku`.execute(tx);
}
