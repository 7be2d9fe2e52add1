/** How often something rings, in milliseconds. */
export interface RingTimes {
  /** After so long it rings again for what still waits; Infinity for once. */
  readonly again: number;
  /** So long it waits after a ring, even where something is new. */
  readonly gap: number;
}

/** Customers wait for it: at once, and every two minutes until somebody has seen it. */
export const URGENT: RingTimes = { again: 120_000, gap: 0 };

/** Work for the day: once, and once for all that comes within five minutes. */
export const CALM: RingTimes = { again: Infinity, gap: 300_000 };

/** Which orders were rung for, and when the last ring was, in epoch milliseconds. */
export interface Rung {
  readonly ids: ReadonlySet<string>;
  readonly at: number;
}

export const NOTHING_RUNG: Rung = { ids: new Set(), at: -Infinity };

/**
 * Rings once for each order, and again for those that nobody has seen to.
 * @param ids of the orders to ring for now. @param now epoch milliseconds.
 * @returns what has been rung for from now on; null where nothing is to be heard.
 */
export function ringFor(rung: Rung, ids: readonly string[], now: number, { again, gap }: RingTimes = URGENT): Rung | null {
  if (ids.length === 0) return null;
  const isFirst = ids.some((id) => !rung.ids.has(id));
  // A clock that was set back rings no sooner for it.
  return now - rung.at >= (isFirst ? gap : again) ? { ids: new Set(ids), at: now } : null;
}
