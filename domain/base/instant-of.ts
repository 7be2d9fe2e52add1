const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * An instant as it is written, always as long, so that texts sort as instants do. What a broken clock gives is brought into the years
 * 1970 to 9999, which schemas and databases know.
 * @param ms milliseconds since 1970.
 */
export function instantOf(ms: number): string {
  return new Date(Math.min(LAST, Math.max(0, ms))).toISOString();
}

/** Now, but after every one of these instants. @param now milliseconds since 1970. */
export function instantAfter(now: number, instants: readonly string[]): string {
  return instantOf(instants.reduce((most, one) => Math.max(most, Date.parse(one) + 1), now));
}
