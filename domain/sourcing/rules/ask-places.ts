import type { Candidate, Destination } from '../source-order.ts';
import { costOf } from '../source-order.ts';
import { isInGroups } from './fits.ts';
import type { RuleSet, SourcingRule } from './rule-set.ts';

/** A location as rules see it. */
export interface RuleCandidate extends Candidate {
  readonly kind: string;
  /** Whether it takes no orders to ship at all now; then `ordersLeft` is 0. */
  readonly isPaused?: boolean;
  /** Units of each SKU that it sells in a week; left out where no rule asks. */
  readonly soldAWeek?: ReadonlyMap<string, number>;
}

/** Why a location that has some of the goods gives nothing: who is not asked, and who was asked and is not needed. */
export const NOT_ASKED = ['paused', 'full', 'not_in_group', 'excluded_group', 'too_far', 'kept_back'] as const;
export const NOT_TAKEN = ['not_needed', ...NOT_ASKED, 'other_store', 'gave_up', 'no_stock'] as const;
export type NotAsked = (typeof NOT_ASKED)[number];
export type NotTaken = (typeof NOT_TAKEN)[number];

export interface AskedPlaces {
  /** Locations that are asked, with what they may give under the rule. */
  readonly asked: readonly RuleCandidate[];
  /** Those that have some of the goods and are not asked. */
  readonly refused: ReadonlyMap<string, NotAsked>;
}

/** Whether a rule asks every location for all that it may promise. */
export function asksEverybody({ places }: SourcingRule): boolean {
  const { groupIds, excludedGroupIds, maxMetres, keepUnits, keepWeeks, ignoreOrderLimit } = places;
  return (
    groupIds.length + excludedGroupIds.length === 0 && maxMetres === null && keepUnits === 0 && keepWeeks === null && !ignoreOrderLimit
  );
}

/** What of its stock a location may give under a rule. */
function givable({ places }: SourcingRule, { available, soldAWeek }: RuleCandidate, skus: readonly string[]): Map<string, number> {
  const kept = (sku: string) => places.keepUnits + Math.ceil((soldAWeek?.get(sku) ?? 0) * (places.keepWeeks ?? 0));
  return new Map(skus.map((sku) => [sku, (available.get(sku) ?? 0) - kept(sku)]));
}

/** Why a location with stock is not asked, whatever it keeps back; null where it is. */
function whyNot(set: RuleSet, { places }: SourcingRule, candidate: RuleCandidate, destination: Destination): NotAsked | null {
  if (places.excludedGroupIds.length > 0 && isInGroups(set, places.excludedGroupIds, candidate)) return 'excluded_group';
  if (places.groupIds.length > 0 && !isInGroups(set, places.groupIds, candidate)) return 'not_in_group';
  // Who fetches it goes there, and where nobody knows the place nobody is too far.
  if (destination.kind === 'place' && places.maxMetres !== null && costOf(candidate, destination) * 1000 > places.maxMetres)
    return 'too_far';
  if (destination.kind === 'store') return null;
  if (candidate.isPaused === true) return 'paused';
  return candidate.ordersLeft === 0 && !places.ignoreOrderLimit ? 'full' : null;
}

/** Which locations a rule asks for an order. @param skus that are wanted. */
export function askPlaces(
  set: RuleSet,
  rule: SourcingRule,
  { candidates, destination, skus }: { candidates: readonly RuleCandidate[]; destination: Destination; skus: readonly string[] },
): AskedPlaces {
  const refused = new Map<string, NotAsked>();
  const asked = candidates.flatMap((candidate): RuleCandidate[] => {
    if (destination.kind === 'store' && candidate.locationId !== destination.storeId) return [];
    if (!skus.some((sku) => (candidate.available.get(sku) ?? 0) > 0)) return [];
    const reason = whyNot(set, rule, candidate, destination);
    const available = reason === null ? givable(rule, candidate, skus) : new Map<string, number>();
    if (reason !== null || ![...available.values()].some((units) => units > 0)) {
      refused.set(candidate.locationId, reason ?? 'kept_back');
      return [];
    }
    const { ordersLeft, ...rest } = candidate;
    return [{ ...rest, available, ...(ordersLeft !== undefined && !rule.places.ignoreOrderLimit && { ordersLeft }) }];
  });
  return { asked, refused };
}
