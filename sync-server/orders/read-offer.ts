import type { OrderView } from '../../domain/orders/order-intake.ts';
import type { Db, Tx } from '../db/database.ts';
import { readAvailability } from '../stock/read-availability.ts';

/** Units of an order that wait for stock. */
interface Waiting {
  readonly sku: string;
  readonly backordered: number;
}

/**
 * What a customer can be offered whose pickup waits for stock: the other stores that have all of it, and whether it can
 * be shipped. Nothing is reserved for an offer.
 * @param storeId where it waits; null for an order to ship.
 */
export async function readOffer(db: Db | Tx, storeId: string | null, lines: readonly Waiting[]): Promise<OrderView['offer']> {
  const wanted = new Map<string, number>();
  for (const { sku, backordered } of lines) if (backordered > 0) wanted.set(sku, (wanted.get(sku) ?? 0) + backordered);
  if (storeId === null || wanted.size === 0) return null;
  const levels = await readAvailability(db, [...wanted.keys()]);
  const availableAt = (locationId: string, sku: string) =>
    levels.find((level) => level.locationId === locationId && level.sku === sku)?.available ?? 0;
  const stores = await db
    .selectFrom('locations')
    .select(['id', 'name'])
    .where('kind', '=', 'store')
    .where('active', '=', true)
    .where('id', '<>', storeId)
    .orderBy('id')
    .execute();
  const whole = [...wanted];
  return {
    stores: stores
      .filter(({ id }) => whole.every(([sku, units]) => availableAt(id, sku) >= units))
      .map(({ id, name }) => ({ storeId: id, name })),
    canShip: whole.every(
      ([sku, units]) =>
        levels.reduce((sum, level) => sum + (level.sku === sku && level.locationId !== storeId ? level.available : 0), 0) >= units,
    ),
  };
}
