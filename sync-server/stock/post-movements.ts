import { stockKey } from '../../domain/base/stock-key.ts';
import { storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import type { MovementCause } from '../../domain/base/effect.ts';
import { stockPageOf } from '../../domain/stock/stock.ts';
import type { Tx } from '../db/database.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';

/** A change of stock, in units, and what it comes from (rule P2). */
export interface Movement {
  readonly locationId: string;
  readonly sku: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly cause: MovementCause;
  /** The operation, order or import that it comes from. */
  readonly causeId: string;
}

/** A stock level as it stands after movements. */
export interface LevelAfter {
  readonly locationId: string;
  readonly sku: string;
  readonly onHand: number;
  readonly reserved: number;
}

interface Sum {
  location_id: string;
  sku: string;
  on_hand: number;
  reserved: number;
  page: number;
}

function sumUp(movements: readonly Movement[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { locationId, sku, onHand, reserved } of movements) {
    const key = stockKey(locationId, sku);
    const sum = sums.get(key);
    if (sum === undefined) {
      sums.set(key, { location_id: locationId, sku, on_hand: onHand, reserved, page: stockPageOf(sku) });
    } else {
      sum.on_hand += onHand;
      sum.reserved += reserved;
    }
  }
  return [...sums.values()];
}

/**
 * Writes the rows of movements whose levels have been changed already, by a conditional statement (rule P3), and names
 * the stock pages that have a new state.
 */
export async function recordMovements(tx: Tx, movements: readonly Movement[], changeItems: ChangeItem[]): Promise<void> {
  const moving = movements.filter((one) => one.onHand !== 0 || one.reserved !== 0);
  if (moving.length === 0) return;
  const rows = moving.map((one) => ({
    location_id: one.locationId,
    sku: one.sku,
    on_hand: one.onHand,
    reserved: one.reserved,
    cause: one.cause,
    cause_id: one.causeId,
  }));
  await sql`
    insert into stock_movements (location_id, sku, on_hand, reserved, cause, cause_id)
    select r.location_id, r.sku, r.on_hand, r.reserved, r.cause, r.cause_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(location_id text, sku text, on_hand bigint, reserved bigint, cause text, cause_id text)`.execute(tx);
  const pages = new Set<string>();
  for (const { locationId, sku } of moving) {
    const id = String(stockPageOf(sku));
    const scope = storeScope(locationId);
    if (pages.has(`${scope}\n${id}`)) continue;
    pages.add(`${scope}\n${id}`);
    changeItems.push({ scope, kind: 'stock_page', id });
  }
}

/**
 * Changes levels and writes the movements that say why, in one set (rule P2). A level that does not exist yet is made.
 * Levels are locked in key order, so that two callers wait for each other instead of breaking each other off.
 * @returns the levels touched, as they stand now.
 * @throws an SQL error (23514) when a level would have fewer than no units reserved.
 */
export async function postMovements(tx: Tx, movements: readonly Movement[], changeItems: ChangeItem[]): Promise<LevelAfter[]> {
  const sums = sumUp(movements.filter((one) => one.onHand !== 0 || one.reserved !== 0));
  if (sums.length === 0) return [];
  const json = JSON.stringify(sums);
  const { rows: updated } = await sql<LevelAfter>`
    with d as materialized (
      select * from jsonb_to_recordset(${json}::jsonb) as r(location_id text, sku text, on_hand bigint, reserved bigint)
    ), locked as materialized (
      select 1 from stock_levels s join d on s.location_id = d.location_id and s.sku = d.sku
      order by s.location_id, s.sku for update of s
    )
    update stock_levels s set on_hand = s.on_hand + d.on_hand, reserved = s.reserved + d.reserved
    from d where s.location_id = d.location_id and s.sku = d.sku and (select count(*) from locked) >= 0
    returning s.location_id as "locationId", s.sku, s.on_hand as "onHand", s.reserved`.execute(tx);
  const missing = updated.length === sums.length ? [] : await insertMissing(tx, sums, updated);
  await recordMovements(tx, movements, changeItems);
  return [...updated, ...missing];
}

async function insertMissing(tx: Tx, sums: readonly Sum[], updated: readonly LevelAfter[]): Promise<LevelAfter[]> {
  const known = new Set(updated.map((level) => stockKey(level.locationId, level.sku)));
  const rows = sums.filter((sum) => !known.has(`${sum.location_id}\n${sum.sku}`));
  const { rows: inserted } = await sql<LevelAfter>`
    insert into stock_levels as s (location_id, sku, on_hand, reserved, page)
    select r.location_id, r.sku, r.on_hand, r.reserved, r.page
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(location_id text, sku text, on_hand bigint, reserved bigint, page int)
    order by r.location_id, r.sku
    on conflict (location_id, sku) do update set on_hand = s.on_hand + excluded.on_hand, reserved = s.reserved + excluded.reserved
    returning s.location_id as "locationId", s.sku, s.on_hand as "onHand", s.reserved`.execute(tx);
  return inserted;
}
