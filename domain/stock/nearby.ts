import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** As many places as an answer names at most, the nearest ones. */
export const MOST_NEARBY = 20;

const place = z.strictObject({
  locationId: entityId,
  name: text,
  kind: z.enum(['store', 'warehouse']),
  /** As the crow flies; null where one of the two has no position. */
  distanceKm: z.number().min(0).nullable(),
  onHand: z.number().int(),
  /** What may still be promised; never below zero. */
  available: z.number().int().min(0),
  /** When the place was last heard from: its numbers are of that time. Null for a place that tells nothing by itself. */
  heardAt: instant.nullable(),
});

/** `GET /v1/stock/SKU/nearby`: who has an article beside the store of the register, the nearest first. */
export const nearbyStock = z.strictObject({
  items: z.array(place).max(MOST_NEARBY),
  /** What all locations together may still promise, with the store of the register. */
  availableInAll: z.number().int().min(0),
});

export type NearbyStock = z.infer<typeof nearbyStock>;
export type NearbyPlace = z.infer<typeof place>;

/** The nearest first; those whose distance is not known after them, by their names. */
export function byDistance(a: Pick<NearbyPlace, 'distanceKm' | 'name'>, b: Pick<NearbyPlace, 'distanceKm' | 'name'>): number {
  const difference = (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity);
  return Number.isNaN(difference) || difference === 0 ? a.name.localeCompare(b.name, 'en') : difference;
}
