import { byDistance, MOST_NEARBY, type NearbyStock } from '../../domain/stock/nearby.ts';
import { distanceKm, type Position } from '../../domain/sourcing/great-circle.ts';
import type { Db } from '../db/database.ts';
import { readAvailability } from './read-availability.ts';

type Placed = { readonly latitude: number | null; readonly longitude: number | null };

const positionOf = ({ latitude, longitude }: Placed): Position | null =>
  latitude === null || longitude === null ? null : { latitude, longitude };

/** Who has something of an article beside a store, the nearest first. Read only; nothing is reserved. */
export async function readNearby(db: Db, storeId: string, sku: string): Promise<NearbyStock> {
  const levels = await readAvailability(db, [sku]);
  const locations = await db
    .selectFrom('locations')
    .select(['id', 'name', 'kind', 'latitude', 'longitude', 'last_heard_at'])
    .where('active', '=', true)
    .execute();
  const own = locations.find(({ id }) => id === storeId);
  const here = own === undefined ? null : positionOf(own);
  const items = locations
    .filter(({ id }) => id !== storeId)
    .flatMap((one) => {
      const level = levels.find(({ locationId }) => locationId === one.id);
      if (level === undefined || level.onHand <= 0) return [];
      const there = positionOf(one);
      return [
        {
          locationId: one.id,
          name: one.name,
          kind: one.kind,
          distanceKm: here === null || there === null ? null : distanceKm(here, there),
          onHand: level.onHand,
          available: level.available,
          heardAt: one.last_heard_at?.toISOString() ?? null,
        },
      ];
    })
    .sort(byDistance)
    .slice(0, MOST_NEARBY);
  return { items, availableInAll: levels.reduce((sum, { available }) => sum + available, 0) };
}
