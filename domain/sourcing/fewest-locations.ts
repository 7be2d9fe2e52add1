/** A location that could give something of what is needed. */
export interface Giver {
  readonly locationId: string;
  /** What is to be small: kilometres, or a rank where distance means nothing. */
  readonly cost: number;
  /** Units it can give of each need, capped at the need; index for index with the needs. */
  readonly gives: readonly number[];
}

/** How many additions and comparisons of units an exact search may take before the greedy answer has to do. */
const EXACT_EFFORT = 200_000;

function cheaper(a: Giver, b: Giver): number {
  return a.cost - b.cost || (a.locationId < b.locationId ? -1 : 1);
}

function unitsGiven(giver: Giver, left: readonly number[]): number {
  let units = 0;
  for (let index = 0; index < left.length; index += 1) units += Math.min(giver.gives[index] ?? 0, left[index] ?? 0);
  return units;
}

function minus(left: readonly number[], giver: Giver): number[] {
  return left.map((need, index) => Math.max(0, need - (giver.gives[index] ?? 0)));
}

function covered(givers: readonly Giver[], needs: readonly number[]): boolean {
  return needs.every((need, index) => givers.reduce((sum, giver) => sum + (giver.gives[index] ?? 0), 0) >= need);
}

/** Takes the location that gives most of what is left, again and again, then drops whom the later ones made superfluous. */
function greedily(givers: readonly Giver[], needs: readonly number[]): Giver[] {
  const chosen: Giver[] = [];
  let left: readonly number[] = needs;
  while (left.some((need) => need > 0)) {
    let best: Giver | undefined;
    let most = 0;
    for (const giver of givers) {
      if (chosen.includes(giver)) continue;
      const units = unitsGiven(giver, left);
      if (units > most || (units === most && units > 0 && best !== undefined && cheaper(giver, best) < 0)) {
        best = giver;
        most = units;
      }
    }
    if (best === undefined) break;
    chosen.push(best);
    left = minus(left, best);
  }
  return chosen.reduceRight<Giver[]>((kept, giver) => {
    const others = kept.filter((one) => one !== giver);
    return covered(others, needs) ? others : kept;
  }, chosen);
}

/** Of locations that can give the very same, only the `count` cheapest can be in a best choice of `count`. */
function withoutTwins(givers: readonly Giver[], count: number): Giver[] {
  const twins = new Map<string, number>();
  return [...givers].sort(cheaper).filter((giver) => {
    const key = giver.gives.join();
    const seen = twins.get(key) ?? 0;
    twins.set(key, seen + 1);
    return seen < count;
  });
}

class Exhausted extends Error {}

/** The cheapest choice of exactly `size` locations that covers the needs, or none. Throws `Exhausted` over the effort. */
function exactly(size: number, givers: readonly Giver[], needs: readonly number[], effort: { left: number }): Giver[] | null {
  let best: { readonly chosen: Giver[]; readonly cost: number } | null = null;
  const search = (from: number, chosen: readonly Giver[], left: readonly number[], cost: number): void => {
    if (chosen.length === size) {
      if (left.every((need) => need === 0) && (best === null || cost < best.cost)) best = { chosen: [...chosen], cost };
      return;
    }
    for (let index = from; index <= givers.length - (size - chosen.length); index += 1) {
      const giver = givers[index];
      // Givers come cheapest first, so the rest of this branch can only cost more.
      if (giver === undefined || (best !== null && cost + giver.cost * (size - chosen.length) >= best.cost)) return;
      effort.left -= needs.length;
      if (effort.left < 0) throw new Exhausted();
      search(index + 1, [...chosen, giver], minus(left, giver), cost + giver.cost);
    }
  };
  search(0, [], needs, 0);
  return (best as { readonly chosen: Giver[] } | null)?.chosen ?? null;
}

/**
 * The fewest locations that together give all that is needed; among equally few the lowest total cost, then the lower
 * ids. Exact while the search stays small; beyond that, the greedy choice.
 * @param needs units needed of each SKU, none more than all givers have together.
 */
export function fewestLocations(givers: readonly Giver[], needs: readonly number[]): Giver[] {
  if (needs.every((need) => need === 0)) return [];
  const single = givers
    .filter((giver) => needs.every((need, index) => (giver.gives[index] ?? 0) >= need))
    .reduce<Giver | null>((best, giver) => (best === null || cheaper(giver, best) < 0 ? giver : best), null);
  if (single !== null) return [single];
  const bound = greedily(givers, needs);
  const effort = { left: EXACT_EFFORT };
  try {
    for (let size = 2; size <= bound.length; size += 1) {
      const chosen = exactly(size, withoutTwins(givers, size), needs, effort);
      if (chosen !== null) return chosen;
    }
  } catch (error) {
    if (!(error instanceof Exhausted)) throw error;
  }
  return bound;
}
