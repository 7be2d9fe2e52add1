import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** A region that parcels go to, with the store in whose taxes they are sold. */
export const taxDestination = z.strictObject({
  /** As orders write it. */
  country: text.trim().min(1).max(80),
  /** A state, a province; null for all of the country that is not named by itself. */
  region: text.trim().min(1).max(120).nullable().default(null),
  storeId: entityId,
});

export type TaxDestination = z.infer<typeof taxDestination>;

/** Where a parcel goes, as far as taxes ask. */
export type Destination = Pick<TaxDestination, 'country' | 'region'>;

/** Equal for two that are the same region, whatever their capitals. */
export function destinationKey({ country, region }: Destination): string {
  return JSON.stringify([country.trim().toLowerCase(), region?.trim().toLowerCase() || null]);
}

/** The store in whose taxes a parcel is sold: that of its region, else that of its country; undefined where neither is named. */
export function storeOfDestination(destinations: readonly TaxDestination[], to: Destination): string | undefined {
  const byKey = new Map(destinations.map((one) => [destinationKey(one), one.storeId]));
  return byKey.get(destinationKey(to)) ?? byKey.get(destinationKey({ country: to.country, region: null }));
}
