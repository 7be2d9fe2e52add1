import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.ts';
import { isToBeCounted } from './to-be-counted.ts';

/** Stock of one SKU at one location, in units (rule P1). */
export interface Availability {
  readonly sku: string;
  readonly locationId: string;
  readonly onHand: number;
  readonly reserved: number;
  /** What may still be promised; never below zero here, whatever the shelf says, and zero while it is to be counted. */
  readonly available: number;
}

export interface AvailabilityQuery {
  readonly skus: readonly string[];
  /** Only there; without it at all active locations that know them. */
  readonly locationId?: string | undefined;
  /** How many are given at most. */
  readonly limit: number;
  /** What the page before ended with. */
  readonly after?: { readonly sku: string; readonly locationId: string } | undefined;
}

/** Reads a page of what may be promised of SKUs, in the order of SKU and location. */
export async function readAvailabilityPage(
  db: Db | Tx,
  { skus, locationId, limit, after }: AvailabilityQuery,
): Promise<{ readonly items: Availability[]; readonly isLast: boolean }> {
  if (skus.length === 0) return { items: [], isLast: true };
  let query = db
    .selectFrom('stock_levels as level')
    .innerJoin('locations as location', 'location.id', 'level.location_id')
    .select(['level.sku', 'level.location_id as locationId', 'level.on_hand as onHand', 'level.reserved', 'level.available'])
    .select(isToBeCounted('level').as('counting'))
    .where('level.sku', 'in', skus)
    .where('location.active', '=', true);
  if (locationId !== undefined) query = query.where('level.location_id', '=', locationId);
  if (after !== undefined) query = query.where(sql<boolean>`(level.sku, level.location_id) > (${after.sku}, ${after.locationId})`);
  const rows = await query
    .orderBy('level.sku')
    .orderBy('level.location_id')
    .limit(limit + 1)
    .execute();
  return {
    items: rows.slice(0, limit).map(({ counting, ...row }) => ({ ...row, available: counting ? 0 : Math.max(0, row.available) })),
    isLast: rows.length <= limit,
  };
}

/** Reads all that may be promised of a few SKUs, at one location or at all active ones that know them. */
export async function readAvailability(db: Db | Tx, skus: readonly string[], locationId?: string): Promise<readonly Availability[]> {
  return (await readAvailabilityPage(db, { skus, locationId, limit: Number.MAX_SAFE_INTEGER - 1 })).items;
}
