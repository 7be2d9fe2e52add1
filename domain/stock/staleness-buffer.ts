/** What is known of the walk-in demand for one SKU at one store that has not been heard for a while. */
export interface SilentDemand {
  /** Units that the store sold over its counters while it was last watched; none or more. */
  readonly soldUnits: number;
  /** For how many days it was watched; more than 0. */
  readonly watchedDays: number;
  /** For how many days its counters may have sold without anybody here knowing; 0 or more. */
  readonly silentDays: number;
  /** The chance at which more may have been sold than is held back; above 0, below 1. */
  readonly risk: number;
  /** What the book says is there. */
  readonly onHand: number;
}

/**
 * The units of a silent store that are not to be promised to others (rule P5): the smallest number that the demand since
 * it was last heard exceeds with at most the chosen risk, and never more than are on hand.
 *
 * Demand at a steady rate is a Poisson variable; but the rate is only known from what was sold in the days watched, and the
 * longer the silence is compared with those, the more that matters. A rate that has a gamma distribution around
 * `soldUnits / watchedDays` makes the demand negative binomial with `soldUnits` successes at chance
 * `watchedDays / (watchedDays + silentDays)`: the same mean, with the variance `1 + silentDays / watchedDays` times as
 * large. In a short silence that is the Poisson.
 * @returns whole units, 0 or more.
 */
export function stalenessBuffer({ soldUnits, watchedDays, silentDays, risk, onHand }: SilentDemand): number {
  const miss = silentDays / (watchedDays + silentDays);
  // In logarithms: the chance of no sale at all is too small for a number where much is sold.
  let logChance = soldUnits * Math.log1p(-miss);
  let covered = Math.exp(logChance);
  let units = 0;
  while (units < onHand && covered < 1 - risk) {
    logChance += Math.log(((units + soldUnits) / (units + 1)) * miss);
    covered += Math.exp(logChance);
    units += 1;
  }
  return units;
}
