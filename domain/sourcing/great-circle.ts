/** A place on Earth in decimal degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** No two places on Earth are farther apart than this, in kilometres. */
export const FARTHEST_KM = Math.PI * EARTH_RADIUS_KM;

/** The great-circle distance between two places in kilometres (haversine formula, mean Earth radius). */
export function distanceKm(from: Position, to: Position): number {
  const latitude = Math.sin(((to.latitude - from.latitude) * RADIANS) / 2);
  const longitude = Math.sin(((to.longitude - from.longitude) * RADIANS) / 2);
  const chord = latitude * latitude + Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS) * longitude * longitude;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
