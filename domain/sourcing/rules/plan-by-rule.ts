import type { Giver } from '../fewest-locations.ts';
import { type OrderToPlan, planOrder, type SourcingNode, type SourcingPolicy } from '../plan-order.ts';
import { costOf, type Destination, giversFor, sourceAmong, type SourcingPlan, wantedUnits } from '../source-order.ts';
import type { RuleCandidate } from './ask-places.ts';
import type { LineFacts } from './fits.ts';
import { isInGroups } from './fits.ts';
import type { RuleSet, SourcingRule } from './rule-set.ts';

/** What a rule gives. */
export interface RulePlan extends SourcingPlan {
  /** Null where the rule does not reckon with costs. */
  readonly costMinor: number | null;
  /** False where the search was ended before it had seen enough. */
  readonly isExact: boolean;
  /** Everybody who could have given something, the smaller cost the better. */
  readonly givers: readonly Giver[];
}

/** Stock counts against this: what is larger comes first. */
const MOST_UNITS = 1_000_000_000;
/** Of an order whose place is not known, locations are told apart by a fraction. */
const SPREAD = 1_000_000;
const ANY_NUMBER = 1_000_000;

/** What locations are ranked by, as whole numbers: the smaller comes first. */
function rankOf(set: RuleSet, rule: SourcingRule, candidate: RuleCandidate, destination: Destination): number {
  switch (rule.rank) {
    case 'distance':
    case 'cost':
      return Math.round(costOf(candidate, destination) * (destination.kind === 'place' ? 1000 : SPREAD));
    case 'stock':
      return (
        MOST_UNITS -
        Math.min(
          MOST_UNITS,
          [...candidate.available.values()].reduce((sum, units) => sum + Math.max(0, units), 0),
        )
      ); // prettier-ignore
    case 'sequence': {
      const order = rule.places.groupIds.flatMap((id) => set.groups.find((group) => group.id === id)?.locationIds ?? []);
      const place = order.indexOf(candidate.locationId);
      return place < 0 ? order.length : place;
    }
  }
}

function handlingOf(set: RuleSet, candidate: RuleCandidate): number {
  const own = set.groups.find((group) => group.handlingMinor !== null && isInGroups(set, [group.id], candidate));
  return own?.handlingMinor ?? set.costs.handlingMinor;
}

/** A plan takes no more packages than it has units. */
function policyOf(
  { costs, currency }: RuleSet,
  { rank, limits }: SourcingRule,
  order: { currency: string; isPlace: boolean },
): SourcingPolicy {
  return {
    ...{ objective: rank === 'cost' ? 'cost' : 'fewest_packages', sellOffMinor: 0, maxMetres: null },
    ...{ packageMinor: costs.packageMinor, perUnitMinor: costs.perUnitMinor, unfilledMinor: costs.unfilledMinor },
    // What is no distance costs no freight.
    perKmThousandths: rank === 'cost' && order.isPlace ? costs.perKmThousandths : 0,
    maxPackages: limits.maxPackages ?? ANY_NUMBER,
    leastParcelMinor: order.currency === currency ? limits.leastParcelMinor : null,
    partial: limits.partial,
    kindFirst: limits.groupFirst === null ? null : 'first',
  };
}

/** Whether a rule only says where goods come from: then the nearest that has everything decides, else as few as possible. */
function isPlain({ rank, limits }: SourcingRule): boolean {
  const { maxPackages, splitLines, leastParcelMinor, partial, groupFirst } = limits;
  return rank === 'distance' && maxPackages === null && splitLines && leastParcelMinor === null && partial && groupFirst === null;
}

export interface ToPlan {
  readonly lines: readonly LineFacts[];
  readonly currency: string;
  readonly destination: Destination;
}

function partsOf(allocation: readonly { nodeId: string; lineNo: number; quantity: number }[]): SourcingPlan['parts'] {
  const parts = new Map<string, { lineNo: number; quantity: number }[]>();
  for (const { nodeId, lineNo, quantity } of allocation) parts.set(nodeId, [...(parts.get(nodeId) ?? []), { lineNo, quantity }]);
  const size = (lines: readonly { quantity: number }[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return [...parts]
    .map(([locationId, lines]) => ({ locationId, lines }))
    .sort((a, b) => size(b.lines) - size(a.lines) || (a.locationId < b.locationId ? -1 : 1));
}

/** Plans by a rule who of those that it asks gives what. */
export function planByRule(set: RuleSet, rule: SourcingRule, asked: readonly RuleCandidate[], toPlan: ToPlan): RulePlan {
  const { lines, currency, destination } = toPlan;
  const wanted = wantedUnits(lines);
  const givers = giversFor(wanted, asked, destination);
  if (isPlain(rule)) return { ...sourceAmong(lines, wanted, givers), costMinor: null, isExact: true, givers };
  const byId = new Map(asked.map((candidate) => [candidate.locationId, candidate]));
  const nodes = givers.flatMap(({ locationId }): SourcingNode[] => {
    const candidate = byId.get(locationId);
    if (candidate === undefined) return [];
    const { available, ordersLeft = ANY_NUMBER } = candidate;
    return [
      {
        ...{ id: locationId, available, slots: destination.kind === 'store' ? ANY_NUMBER : ordersLeft, sellsOff: new Set() },
        kind: rule.limits.groupFirst !== null && isInGroups(set, [rule.limits.groupFirst], candidate) ? 'first' : 'other',
        metres: rankOf(set, rule, candidate, destination),
        handlingMinor: handlingOf(set, candidate),
      },
    ];
  });
  const order: OrderToPlan = {
    lines: lines.map(({ lineNo, sku, quantity, totalMinor }) => ({
      ...{ lineNo, sku, quantity, together: !rule.limits.splitLines },
      unitMinor: Math.round(totalMinor / quantity),
    })),
    pickupAt: destination.kind === 'store' ? destination.storeId : null,
    exclude: new Set(),
  };
  const plan = planOrder(nodes, order, policyOf(set, rule, { currency, isPlace: destination.kind === 'place' }));
  const given = (lineNo: number) => plan.allocation.reduce((sum, one) => sum + (one.lineNo === lineNo ? one.quantity : 0), 0);
  const rank = new Map(nodes.map(({ id, metres }) => [id, metres]));
  return {
    parts: partsOf(plan.allocation),
    backordered: lines
      .map(({ lineNo, quantity }) => ({ lineNo, quantity: quantity - given(lineNo) }))
      .filter(({ quantity }) => quantity > 0),
    costMinor: rule.rank === 'cost' ? plan.costMinor : null,
    isExact: plan.exact,
    givers: givers.map((giver) => ({ ...giver, cost: rank.get(giver.locationId) ?? giver.cost })),
  };
}
