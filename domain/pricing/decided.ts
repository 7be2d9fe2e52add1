/** Who is behind a price that a person has changed. */
export interface Decided {
  /** A code of the list of reasons. */
  readonly reason: string | null;
  /** Who allowed it; null where it needed nobody. */
  readonly approvedBy: string | null;
  /** Whether a badge showed who it was; left out where a PIN did. */
  readonly byBadge?: true;
}

/** Why somebody decided something, and who allowed it, of a change to a price. */
export function decidedOf({ reason, approvedBy, byBadge }: Decided): Decided {
  return byBadge === undefined ? { reason, approvedBy } : { reason, approvedBy, byBadge };
}
