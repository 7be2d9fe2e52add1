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

/** Reads what may be promised of SKUs, at one location or at all active ones that know them. */
export async function readAvailability(db: Db | Tx, skus: readonly string[], locationId?: string): Promise<Availability[]> {
  if (skus.length === 0) return [];
  const rows = await db
    .selectFrom('stock_levels as level')
    .innerJoin('locations as location', 'location.id', 'level.location_id')
    .select(['level.sku', 'level.location_id as locationId', 'level.on_hand as onHand', 'level.reserved', 'level.available'])
    .select(isToBeCounted('level').as('counting'))
    .where('level.sku', 'in', skus)
    .where('location.active', '=', true)
    .$if(locationId !== undefined, (query) => query.where('level.location_id', '=', locationId ?? ''))
    .orderBy('level.sku')
    .orderBy('level.location_id')
    .execute();
  return rows.map(({ counting, ...row }) => ({ ...row, available: counting ? 0 : Math.max(0, row.available) }));
}
