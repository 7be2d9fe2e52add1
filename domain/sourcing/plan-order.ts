import { multiplyDivideRound } from '../base/money.ts';
import { allocateUnits, type Effort, type Giving, type GivingPackage } from './allocate-units.ts';

/** A location that could give something to an order. */
export interface SourcingNode {
  readonly id: string;
  readonly kind: string;
  /** From here to where the order goes, in metres. */
  readonly metres: number;
  /** Units that it may promise, by SKU. */
  readonly available: ReadonlyMap<string, number>;
  /** Orders that it may still take; 0 where it is full or paused. */
  readonly slots: number;
  /** What it costs to pick and pack one package here, in minor units. */
  readonly handlingMinor: number;
  /** SKUs that are sold off here: each unit that leaves earns a credit. */
  readonly sellsOff: ReadonlySet<string>;
}

export interface OrderLineToPlan {
  readonly lineNo: number;
  readonly sku: string;
  readonly quantity: number;
  /** What a unit was paid with, in minor units. */
  readonly unitMinor: number;
  /** Whether all of it that is given must come from one location. */
  readonly together: boolean;
}

export interface OrderToPlan {
  readonly lines: readonly OrderLineToPlan[];
  /** The only store that may give, where the customer fetches it; null where it is sent. */
  readonly pickupAt: string | null;
  /** Locations that are not asked, because they rejected it say. */
  readonly exclude: ReadonlySet<string>;
}

/** What a company wants of sourcing. Amounts are in minor units. */
export interface SourcingPolicy {
  readonly objective: 'cost' | 'fewest_packages';
  /** What a parcel costs before its distance and its units. */
  readonly packageMinor: number;
  /** Freight of a parcel, in thousandths of a minor unit for each kilometre. */
  readonly perKmThousandths: number;
  readonly perUnitMinor: number;
  /** What a unit costs that nobody gives. */
  readonly unfilledMinor: number;
  /** What a unit earns that is sold off. */
  readonly sellOffMinor: number;
  readonly maxPackages: number;
  /** Null where any distance will do. */
  readonly maxMetres: number | null;
  /** The least that the goods of a parcel must have been paid with where an order is split; null where anything goes. */
  readonly leastParcelMinor: number | null;
  /** Whether a part of an order is better than nothing. */
  readonly partial: boolean;
  /** The kind of location that gives alone where it can give everything; null where there is none. */
  readonly kindFirst: string | null;
}

export interface PlannedUnits {
  readonly nodeId: string;
  readonly lineNo: number;
  readonly quantity: number;
}

export interface SourcingPlan {
  readonly packages: number;
  readonly unfilled: number;
  readonly costMinor: number;
  readonly metres: number;
  /** By location, then by line. */
  readonly allocation: readonly PlannedUnits[];
  /** Whether no other plan can be better; false where the search was ended before it had seen enough. */
  readonly exact: boolean;
}

/** Steps that the search for one order may take. */
const EFFORT = 50_000;

/** A location that may give, with what a package of it costs before its units. */
interface Candidate extends GivingPackage {
  readonly node: SourcingNode;
  readonly metres: number;
  readonly packageMinor: number;
}

interface Search {
  readonly order: OrderToPlan;
  readonly policy: SourcingPolicy;
  readonly giving: Giving;
  readonly wanted: number;
  /** The same by the place of the SKU. */
  readonly wants: readonly number[];
  /** The cheapest first, or the nearest. */
  readonly candidates: readonly Candidate[];
  /** Of each candidate and all behind it: what they have by SKU, and what of it they sell off. */
  readonly behind: readonly { readonly has: readonly number[]; readonly soldOff: readonly number[] }[];
  readonly effort: Effort;
}

const unitsOf = (lines: readonly { readonly quantity: number }[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);
const perUnit = ({ pickupAt }: OrderToPlan, policy: SourcingPolicy): number => (pickupAt === null ? policy.perUnitMinor : 0);

/** @param wants units that the order wants, by SKU: nobody gives more. */
function candidateOf(node: SourcingNode, order: OrderToPlan, policy: SourcingPolicy, wants: ReadonlyMap<string, number>): Candidate | null {
  const { pickupAt, exclude } = order;
  if (node.slots <= 0 || exclude.has(node.id) || (pickupAt !== null && node.id !== pickupAt)) return null;
  if (pickupAt === null && policy.maxMetres !== null && node.metres > policy.maxMetres) return null;
  const skus = [...wants.keys()];
  const has = skus.map((sku) => Math.max(0, Math.min(wants.get(sku) ?? 0, node.available.get(sku) ?? 0)));
  if (has.every((units) => units === 0)) return null;
  const freight = policy.packageMinor + multiplyDivideRound(node.metres, policy.perKmThousandths, 1_000_000);
  const sent = pickupAt === null;
  return {
    node,
    has,
    sellsOff: skus.map((sku) => node.sellsOff.has(sku)),
    metres: sent ? node.metres : 0,
    packageMinor: node.handlingMinor + (sent ? freight : 0),
  };
}

function behindOf(candidates: readonly Candidate[], skus: number): Search['behind'] {
  const behind = [{ has: new Array<number>(skus).fill(0), soldOff: new Array<number>(skus).fill(0) }];
  for (const { has, sellsOff } of [...candidates].reverse()) {
    const next = behind[0];
    behind.unshift({
      has: has.map((units, sku) => units + (next?.has[sku] ?? 0)),
      soldOff: has.map((units, sku) => (sellsOff[sku] === true ? units : 0) + (next?.soldOff[sku] ?? 0)),
    });
  }
  return behind;
}

/**
 * Of candidates that can give the very same, one is of use only once those before it give too. So only as many are kept as a plan has
 * packages at most.
 */
function withoutTwins(sorted: readonly Candidate[], most: number): Candidate[] {
  const twins = new Map<string, number>();
  return sorted.filter(({ has, sellsOff }) => {
    const key = `${has.join()} ${sellsOff.join()}`;
    const seen = twins.get(key) ?? 0;
    twins.set(key, seen + 1);
    return seen < most;
  });
}

/** @param isAlone whether no other order wants the same goods. */
function searchFor(nodes: readonly SourcingNode[], order: OrderToPlan, policy: SourcingPolicy, isAlone = true): Search {
  const wants = new Map<string, number>();
  for (const { sku, quantity } of order.lines) wants.set(sku, (wants.get(sku) ?? 0) + quantity);
  const skus = [...wants.keys()];
  const isCost = policy.objective === 'cost';
  const first = (one: Candidate) => (isCost ? one.packageMinor : one.metres);
  const second = (one: Candidate) => (isCost ? one.metres : one.packageMinor);
  const sorted = nodes
    .map((node) => candidateOf(node, order, policy, wants))
    .filter((one) => one !== null)
    .sort((a, b) => first(a) - first(b) || second(a) - second(b) || (a.node.id < b.node.id ? -1 : 1));
  const candidates = isAlone ? withoutTwins(sorted, Math.min(policy.maxPackages, unitsOf(order.lines))) : sorted;
  const unitWorth = policy.unfilledMinor - perUnit(order, policy);
  const wanted = unitsOf(order.lines);
  // Where units count before money, no money outweighs one.
  const filled = isCost && policy.partial ? 0 : 1 + wanted * (Math.abs(unitWorth) + policy.sellOffMinor);
  return {
    ...{ order, policy, candidates, wanted, wants: [...wants.values()], effort: { left: EFFORT } },
    giving: {
      lines: order.lines.map((line) => ({ ...line, sku: skus.indexOf(line.sku) })),
      unitWorth: unitWorth + filled,
      sellOffWorth: policy.sellOffMinor,
      leastParcelMinor: policy.leastParcelMinor ?? 0,
    },
    behind: behindOf(candidates, skus.length),
  };
}

/** What plans are compared by, the smaller the better, one number after the other. The keys of several plans may be added up. */
export function keyOf(
  { objective }: SourcingPolicy,
  { packages, unfilled, costMinor, metres }: Omit<SourcingPlan, 'allocation' | 'exact'>,
): number[] {
  return objective === 'cost' ? [costMinor, packages, metres] : [unfilled, packages, metres, costMinor];
}

/** Compares keys: negative where the first is better. */
export function compareKeys(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** Compares what is given by location, line and units; where all of it is the same, the shorter list comes first. */
function compareAllocations(one: readonly PlannedUnits[], other: readonly PlannedUnits[]): number {
  for (const [index, a] of one.entries()) {
    const b = other[index];
    if (b === undefined) return 1;
    if (a.nodeId !== b.nodeId) return a.nodeId < b.nodeId ? -1 : 1;
    if (a.lineNo !== b.lineNo) return a.lineNo - b.lineNo;
    if (a.quantity !== b.quantity) return a.quantity - b.quantity;
  }
  return one.length - other.length;
}

const isBetter = (policy: SourcingPolicy, one: SourcingPlan, other: SourcingPlan): boolean =>
  (compareKeys(keyOf(policy, one), keyOf(policy, other)) || compareAllocations(one.allocation, other.allocation)) < 0;

/** The best plan that has a package from each of these and from nobody else; null where there is none. */
function planWith({ order, policy, giving, wanted, effort }: Search, chosen: readonly Candidate[]): SourcingPlan | null {
  const packages = [...chosen].sort((a, b) => (a.node.id < b.node.id ? -1 : 1));
  const allocated = allocateUnits(packages, giving, effort);
  if (allocated === null) return null;
  const allocation = packages.flatMap(({ node }, index) =>
    order.lines.flatMap(({ lineNo }, line): PlannedUnits[] => {
      const quantity = allocated.quantities[index]?.[line] ?? 0;
      return quantity === 0 ? [] : [{ nodeId: node.id, lineNo, quantity }];
    }),
  );
  const filled = unitsOf(allocation);
  if (!policy.partial && filled < wanted) return null;
  const soldOff = packages.reduce(
    (sum, { sellsOff }, index) =>
      giving.lines.reduce((units, { sku }, line) => units + (sellsOff[sku] === true ? (allocated.quantities[index]?.[line] ?? 0) : 0), sum),
    0,
  );
  const fixed = packages.reduce((sum, { packageMinor }) => sum + packageMinor, 0);
  const units = filled * perUnit(order, policy) + (wanted - filled) * policy.unfilledMinor - soldOff * policy.sellOffMinor;
  const metres = packages.reduce((sum, one) => sum + one.metres, 0);
  return { packages: packages.length, unfilled: wanted - filled, costMinor: fixed + units, metres, allocation, exact: true };
}

/** What a plan with these packages cannot be better than, where `more` stands for any of further ones. */
function boundOf(
  { policy, wants, wanted, order }: Search,
  chosen: readonly Candidate[],
  more: { readonly behind: Search['behind'][number]; readonly next: Candidate } | null,
): number[] {
  let [filled, soldOff] = [0, 0];
  wants.forEach((units, sku) => {
    let [has, off] = [more?.behind.has[sku] ?? 0, more?.behind.soldOff[sku] ?? 0];
    for (const one of chosen) {
      has += one.has[sku] ?? 0;
      if (one.sellsOff[sku] === true) off += one.has[sku] ?? 0;
    }
    filled += Math.min(units, has);
    soldOff += Math.min(units, off);
  });
  const isCost = policy.objective === 'cost';
  const fixed = chosen.reduce((sum, one) => sum + one.packageMinor, isCost ? (more?.next.packageMinor ?? 0) : 0);
  const unfilled = wanted - filled;
  const given = filled * Math.min(policy.unfilledMinor, perUnit(order, policy));
  return keyOf(policy, {
    packages: chosen.length + (more === null ? 0 : 1),
    unfilled,
    costMinor: fixed + given + unfilled * policy.unfilledMinor - soldOff * policy.sellOffMinor,
    metres: chosen.reduce((sum, { metres }) => sum + metres, isCost ? 0 : (more?.next.metres ?? 0)),
  });
}

/** The plan that gives nothing. */
function nothing({ wanted, policy }: Search): SourcingPlan {
  return { packages: 0, unfilled: wanted, costMinor: wanted * policy.unfilledMinor, metres: 0, allocation: [], exact: true };
}

/** A good plan to begin with: again and again the location whose stock promises most. */
function greedyPlan(search: Search): SourcingPlan {
  let best = nothing(search);
  let chosen: readonly Candidate[] = [];
  let key = keyOf(search.policy, best);
  while (chosen.length < Math.min(search.policy.maxPackages, search.candidates.length)) {
    let next: { readonly chosen: readonly Candidate[]; readonly key: readonly number[] } | null = null;
    for (const one of search.candidates) {
      if (chosen.includes(one)) continue;
      const bound = boundOf(search, [...chosen, one], null);
      if (next === null || compareKeys(bound, next.key) < 0) next = { chosen: [...chosen, one], key: bound };
    }
    if (next === null || (chosen.length > 0 && compareKeys(next.key, key) >= 0)) return best;
    ({ chosen } = next);
    key = [...next.key];
    const plan = planWith(search, chosen);
    if (plan !== null && isBetter(search.policy, plan, best)) best = plan;
  }
  return best;
}

/**
 * Visits the plans of every set of locations that is not dearer than it may be.
 * @param most the key that a plan may have, asked each time.
 */
function visitPlans(search: Search, most: () => readonly number[], visit: (plan: SourcingPlan) => void): void {
  const { policy, candidates, behind, effort } = search;
  const isWithin = (bound: readonly number[]) => compareKeys(bound, most()) <= 0;
  const extend = (chosen: readonly Candidate[], from: number): void => {
    if (chosen.length >= policy.maxPackages) return;
    for (let index = from; index < candidates.length && effort.left > 0; index += 1) {
      const [next, rest] = [candidates[index], behind[index]];
      // Those behind it are dearer and have less.
      if (next === undefined || rest === undefined || !isWithin(boundOf(search, chosen, { behind: rest, next }))) return;
      effort.left -= 1;
      const set = [...chosen, next];
      const plan = isWithin(boundOf(search, set, null)) ? planWith(search, set) : null;
      if (plan !== null) visit(plan);
      extend(set, index + 1);
    }
  };
  extend([], 0);
}

function bestPlan(search: Search): SourcingPlan {
  const { policy, effort } = search;
  let best = greedyPlan(search);
  visitPlans(
    search,
    () => keyOf(policy, best),
    (plan) => {
      if (isBetter(policy, plan, best)) best = plan;
    },
  );
  return { ...best, exact: effort.left > 0 };
}

const nodesOfFirst = (nodes: readonly SourcingNode[], { kindFirst }: SourcingPolicy) => nodes.filter(({ kind }) => kind === kindFirst);

/** The best plan of the kind of location that comes first; null where there is none, or it cannot give everything. */
function fullPlanOfFirst(nodes: readonly SourcingNode[], order: OrderToPlan, policy: SourcingPolicy): SourcingPlan | null {
  const first = policy.kindFirst === null ? [] : nodesOfFirst(nodes, policy);
  const plan = first.length === 0 ? null : bestPlan(searchFor(first, order, policy));
  return plan?.unfilled === 0 ? plan : null;
}

/**
 * The plans of one order that are worth a look where several orders want the same goods: of each set of locations the best one, and the one
 * that gives nothing; the best first. @param most the key that a plan may have at most. @param effort shared by all that is asked.
 */
export function plansWithin(
  nodes: readonly SourcingNode[],
  order: OrderToPlan,
  policy: SourcingPolicy,
  most: readonly number[],
  effort: Effort,
): SourcingPlan[] {
  const asked = fullPlanOfFirst(nodes, order, policy) === null ? nodes : nodesOfFirst(nodes, policy);
  const search = { ...searchFor(asked, order, policy, false), effort };
  const plans = [nothing(search)].filter((plan) => compareKeys(keyOf(policy, plan), most) <= 0);
  visitPlans(
    search,
    () => most,
    (plan) => plans.push(plan),
  );
  return plans.sort((a, b) => (isBetter(policy, a, b) ? -1 : 1));
}

/**
 * Plans which locations give what to an order: the plan that costs least, then has the fewest packages, the fewest metres and the smallest
 * list of what is given; or that leaves the fewest units unfilled in the fewest packages, whatever it costs. The order of the locations
 * changes nothing. What cannot be decided within the effort has the best plan that was seen, which says so.
 */
export function planOrder(nodes: readonly SourcingNode[], order: OrderToPlan, policy: SourcingPolicy): SourcingPlan {
  return fullPlanOfFirst(nodes, order, policy) ?? bestPlan(searchFor(nodes, order, policy));
}
