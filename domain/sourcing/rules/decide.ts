import type { Giver } from '../fewest-locations.ts';
import { costOf, type Destination, type SourcedLine, type SourcingPlan } from '../source-order.ts';
import { asksEverybody, askPlaces, type NotAsked, type RuleCandidate } from './ask-places.ts';
import { fits, type LineFacts, type OrderFacts } from './fits.ts';
import { planByRule } from './plan-by-rule.ts';
import type { RuleSet } from './rule-set.ts';

export interface OrderToDecide {
  readonly facts: OrderFacts;
  readonly destination: Destination;
}

/** Rules let nobody give an order anything though somebody has some of it: none fits it, or those that do ask nobody who has. */
export interface Blocked {
  readonly why: 'no_rule' | 'excluded';
  /** The nearest that has some of it. */
  readonly locationId: string;
}

/** Who gives what of an order, and how it came to that. */
export interface RuleDecision extends SourcingPlan {
  /** The rules that were asked, in turn, and the units that each gave away. */
  readonly rules: readonly { readonly ruleId: string; readonly units: number }[];
  /** Null where no rule reckoned with costs. */
  readonly costMinor: number | null;
  readonly isExact: boolean;
  readonly blocked: Blocked | null;
  /** Of the rule that gave last, or was asked last: who could have given something, the smaller cost the better. */
  readonly givers: readonly Giver[];
  /** Who has some of it and was not asked by that rule. */
  readonly refused: ReadonlyMap<string, NotAsked>;
}

/** What is left of locations once they gave this. One that gives already counts no second order. */
function without(
  candidates: readonly RuleCandidate[],
  parts: SourcingPlan['parts'],
  lines: readonly LineFacts[],
): readonly RuleCandidate[] {
  if (parts.length === 0) return candidates;
  const skuOf = new Map(lines.map(({ lineNo, sku }) => [lineNo, sku]));
  return candidates.map((candidate) => {
    const given = parts.find(({ locationId }) => locationId === candidate.locationId);
    if (given === undefined) return candidate;
    const available = new Map(candidate.available);
    for (const { lineNo, quantity } of given.lines) {
      const sku = skuOf.get(lineNo) ?? '';
      available.set(sku, (available.get(sku) ?? 0) - quantity);
    }
    const { ordersLeft: _, ...rest } = candidate;
    return { ...rest, available };
  });
}

/** Puts what a location gives under several rules into one part. */
function merge(parts: SourcingPlan['parts'], more: SourcingPlan['parts']): SourcingPlan['parts'] {
  if (parts.length === 0) return more;
  const merged = new Map(parts.map(({ locationId, lines }) => [locationId, lines]));
  for (const { locationId, lines } of more) {
    const units = new Map((merged.get(locationId) ?? []).map(({ lineNo, quantity }) => [lineNo, quantity]));
    for (const { lineNo, quantity } of lines) units.set(lineNo, (units.get(lineNo) ?? 0) + quantity);
    merged.set(
      locationId,
      [...units].map(([lineNo, quantity]): SourcedLine => ({ lineNo, quantity })),
    );
  }
  return [...merged].map(([locationId, lines]) => ({ locationId, lines }));
}

/** What still wants a location, with its share of the money. */
function leftOf(lines: readonly LineFacts[], backordered: readonly SourcedLine[]): LineFacts[] {
  return backordered.flatMap(({ lineNo, quantity }) => {
    const line = lines.find((one) => one.lineNo === lineNo);
    return line === undefined ? [] : [{ ...line, quantity, totalMinor: Math.round((line.totalMinor * quantity) / line.quantity) }];
  });
}

/** Reasons that only another rule can change: not stock, not the orders of a day. */
const BY_RULE: readonly NotAsked[] = ['not_in_group', 'excluded_group', 'too_far'];

const unitsOf = (lines: readonly { readonly quantity: number }[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** Names the nearest that has some of an order that rules let nobody give; null where nobody has. */
function blockedOf({ facts, destination }: OrderToDecide, candidates: readonly RuleCandidate[], why: Blocked['why']): Blocked | null {
  const [nearest] = candidates
    .filter(({ locationId }) => destination.kind !== 'store' || locationId === destination.storeId)
    .filter(({ available }) => facts.lines.some(({ sku }) => (available.get(sku) ?? 0) > 0))
    .map(({ locationId, position }) => ({ locationId, cost: costOf({ locationId, position }, destination) }))
    .sort((a, b) => a.cost - b.cost || (a.locationId < b.locationId ? -1 : 1));
  return nearest === undefined ? null : { why, locationId: nearest.locationId };
}

/**
 * Decides by the first rule that fits who gives what of an order; what it gives nobody goes to the next one that fits, unless the rule lets
 * it wait. What no rule gives waits.
 * @param candidates all active locations, with what is left of them. @param now epoch milliseconds.
 */
export function decide(set: RuleSet, order: OrderToDecide, candidates: readonly RuleCandidate[], now: number): RuleDecision {
  const { facts, destination } = order;
  let left: readonly LineFacts[] = facts.lines;
  let decision: Omit<RuleDecision, 'backordered' | 'blocked'> = {
    ...{ parts: [], rules: [], costMinor: null, isExact: true, givers: [], refused: new Map() },
  };
  let isBlocked = true;
  for (const rule of set.rules) {
    if (!fits(set, rule, facts, now)) continue;
    const places = without(candidates, decision.parts, facts.lines);
    const skus = left.map(({ sku }) => sku);
    const { asked, refused } = asksEverybody(rule)
      ? { asked: places, refused: new Map<string, NotAsked>() }
      : askPlaces(set, rule, { candidates: places, destination, skus });
    const plan = planByRule(set, rule, asked, { lines: left, currency: facts.currency, destination });
    isBlocked &&= plan.givers.length === 0 && refused.size > 0 && [...refused.values()].every((reason) => BY_RULE.includes(reason));
    const gave = unitsOf(left) - unitsOf(plan.backordered);
    decision = {
      parts: merge(decision.parts, plan.parts),
      rules: [...decision.rules, { ruleId: rule.id, units: gave }],
      costMinor: gave > 0 && plan.costMinor !== null ? (decision.costMinor ?? 0) + plan.costMinor : decision.costMinor,
      isExact: decision.isExact && plan.isExact,
      ...(gave > 0 || decision.parts.length === 0
        ? { givers: plan.givers, refused }
        : { givers: decision.givers, refused: decision.refused }),
    };
    left = leftOf(left, plan.backordered);
    if (left.length === 0 || rule.otherwise === 'wait') break;
  }
  return {
    ...decision,
    backordered: left.map(({ lineNo, quantity }) => ({ lineNo, quantity })),
    blocked: isBlocked ? blockedOf(order, candidates, decision.rules.length === 0 ? 'no_rule' : 'excluded') : null,
  };
}
