import { costOf, type Destination } from '../source-order.ts';
import { NOT_TAKEN, type NotTaken, type RuleCandidate } from './ask-places.ts';
import type { RuleDecision } from './decide.ts';

/** So many of the locations that were not taken are kept with their numbers. */
export const KEPT_OTHERS = 20;

/** A location that could have given something. */
export interface OtherPlace {
  readonly locationId: string;
  /** Null where a place is not known, or nothing is sent. */
  readonly metres: number | null;
  /** Units of what was wanted that it could have given. */
  readonly units: number;
  readonly reason: NotTaken;
}

/** A decision as it is kept: what was chosen, the best others, and of the rest how many there were by reason. */
export interface KeptDecision {
  readonly rules: RuleDecision['rules'];
  readonly chosen: readonly {
    readonly locationId: string;
    readonly metres: number | null;
    readonly lines: readonly { readonly lineNo: number; readonly quantity: number }[];
  }[];
  readonly others: readonly OtherPlace[];
  readonly counts: Partial<Record<NotTaken, number>>;
  readonly waits: readonly { readonly lineNo: number; readonly quantity: number }[];
  readonly costMinor: number | null;
  readonly isExact: boolean;
  readonly blocked: RuleDecision['blocked'];
}

interface Asked {
  readonly destination: Destination;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  /** Who gave a line of it up and is not asked again for now. */
  readonly gaveUp: ReadonlySet<string>;
}

type Ranked = Omit<OtherPlace, 'metres'> & { readonly cost: number };

const compare = (one: Ranked, other: Ranked): number =>
  Number(one.reason !== 'not_needed') - Number(other.reason !== 'not_needed') ||
  one.cost - other.cost ||
  (one.locationId < other.locationId ? -1 : 1);

/** The first so many in order, without sorting all of them. */
function best(ranked: readonly Ranked[], most: number): Ranked[] {
  const kept: Ranked[] = [];
  for (const one of ranked) {
    const last = kept[most - 1];
    if (last !== undefined && compare(one, last) >= 0) continue;
    let at = kept.length;
    for (; at > 0; at -= 1) {
      const before = kept[at - 1];
      if (before === undefined || compare(before, one) <= 0) break;
    }
    kept.splice(at, 0, one);
    if (kept.length > most) kept.pop();
  }
  return kept;
}

/** Says of a decision why each location was taken or not. @param candidates those that it was made of. */
export function explain(decision: RuleDecision, candidates: readonly RuleCandidate[], { destination, lines, gaveUp }: Asked): KeptDecision {
  const hasSome = (available: RuleCandidate['available']) => lines.some(({ sku }) => (available.get(sku) ?? 0) > 0);
  const taken = new Set(decision.parts.map(({ locationId }) => locationId));
  const byId = new Map<string, RuleCandidate>();
  const counts = new Map<NotTaken, number>();
  const count = (reason: NotTaken, by = 1) => counts.set(reason, (counts.get(reason) ?? 0) + by);
  const ranked: Ranked[] = decision.givers.flatMap(({ locationId, cost, gives }) =>
    taken.has(locationId) ? [] : [{ locationId, cost, units: gives.reduce((sum, units) => sum + units, 0), reason: 'not_needed' as const }],
  );
  const givers = new Set(decision.givers.map(({ locationId }) => locationId));
  for (const candidate of candidates) {
    const { locationId, available, ordersLeft, isPaused } = candidate;
    const refused = decision.refused.get(locationId);
    if (taken.has(locationId) || givers.has(locationId)) {
      byId.set(locationId, candidate);
    } else if (refused !== undefined) {
      byId.set(locationId, candidate);
      const units = lines.reduce((sum, { sku, quantity }) => sum + Math.min(quantity, Math.max(0, available.get(sku) ?? 0)), 0);
      ranked.push({ locationId, cost: costOf(candidate, destination), units, reason: refused });
    } else if (destination.kind === 'store' && locationId !== destination.storeId) count('other_store');
    else if (gaveUp.has(locationId)) count('gave_up');
    else if (destination.kind !== 'store' && ordersLeft === 0 && hasSome(available)) count(isPaused === true ? 'paused' : 'full');
    else count('no_stock');
  }
  const others = best(ranked, KEPT_OTHERS);
  const shown = new Set(others.map(({ locationId }) => locationId));
  for (const { locationId, reason } of ranked) if (!shown.has(locationId)) count(reason);
  const metresOf = (locationId: string): number | null => {
    const candidate = byId.get(locationId);
    return destination.kind !== 'place' || candidate === undefined || candidate.position === null
      ? null
      : Math.round(costOf(candidate, destination) * 1000);
  };
  return {
    rules: decision.rules,
    chosen: decision.parts.map(({ locationId, lines: given }) => ({ locationId, metres: metresOf(locationId), lines: given })),
    others: others.map(({ locationId, units, reason }) => ({ locationId, metres: metresOf(locationId), units, reason })),
    counts: Object.fromEntries(NOT_TAKEN.flatMap((reason) => (counts.has(reason) ? [[reason, counts.get(reason) ?? 0]] : []))),
    waits: decision.backordered,
    costMinor: decision.costMinor,
    isExact: decision.isExact,
    blocked: decision.blocked,
  };
}
