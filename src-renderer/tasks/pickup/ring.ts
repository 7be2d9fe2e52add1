/** A new pickup that nobody acknowledges is rung for again after so long, in milliseconds. */
const AGAIN_MS = 120_000;

/** Which new pickups were rung for, and when the last ring was, in epoch milliseconds. */
export interface Rung {
  readonly ids: ReadonlySet<string>;
  readonly at: number;
}

export const NOTHING_RUNG: Rung = { ids: new Set(), at: -Infinity };

/**
 * Rings once for each new pickup, and again for those that nobody has acknowledged.
 * @param ids of the pickups that are new now. @param now epoch milliseconds.
 * @returns what has been rung for from now on; null where nothing is to be heard.
 */
export function ringFor(rung: Rung, ids: readonly string[], now: number): Rung | null {
  if (ids.length === 0) return null;
  const isFirst = ids.some((id) => !rung.ids.has(id));
  // A clock that was set back rings no sooner for it.
  return isFirst || now - rung.at >= AGAIN_MS ? { ids: new Set(ids), at: now } : null;
}
