import type { Effort } from './allocate-units.ts';
import {
  compareKeys,
  keyOf,
  type OrderToPlan,
  planOrder,
  plansWithin,
  type SourcingNode,
  type SourcingPlan,
  type SourcingPolicy,
} from './plan-order.ts';

/** An order of a batch, with the locations as they lie to it. Their stock and their slots are those of the whole batch. */
export interface BatchOrder {
  readonly order: OrderToPlan;
  readonly nodes: readonly SourcingNode[];
}

export interface BatchPlan {
  /** One for each order, in their order. */
  readonly plans: readonly SourcingPlan[];
  readonly costMinor: number;
  /** Whether no other plans can be better together. */
  readonly exact: boolean;
}

/** Steps that the search for one batch may take. */
const EFFORT = 200_000;

/** What a batch has taken of locations: units by SKU, and orders. */
type Taken = ReadonlyMap<string, { readonly units: ReadonlyMap<string, number>; readonly orders: number }>;

function take(taken: Taken, { order }: BatchOrder, { allocation }: SourcingPlan): Taken {
  const after = new Map(taken);
  for (const nodeId of new Set(allocation.map((one) => one.nodeId))) {
    const { units, orders } = after.get(nodeId) ?? { units: new Map<string, number>(), orders: 0 };
    const given = new Map(units);
    for (const { lineNo, quantity } of allocation.filter((one) => one.nodeId === nodeId)) {
      const sku = order.lines.find((line) => line.lineNo === lineNo)?.sku ?? '';
      given.set(sku, (given.get(sku) ?? 0) + quantity);
    }
    after.set(nodeId, { units: given, orders: orders + 1 });
  }
  return after;
}

/** The locations with what the batch has left of them. */
function leftOf(nodes: readonly SourcingNode[], taken: Taken): SourcingNode[] {
  return nodes.map((node) => {
    const of = taken.get(node.id);
    if (of === undefined) return node;
    const available = new Map([...node.available].map(([sku, units]) => [sku, units - (of.units.get(sku) ?? 0)]));
    return { ...node, available, slots: node.slots - of.orders };
  });
}

function planOf(plans: readonly SourcingPlan[], exact: boolean): BatchPlan {
  return { plans, costMinor: plans.reduce((sum, { costMinor }) => sum + costMinor, 0), exact };
}

/** Plans orders one after the other, as they came: each takes what is best for it. */
export function planInTurn(batch: readonly BatchOrder[], policy: SourcingPolicy): BatchPlan {
  let taken: Taken = new Map();
  const plans = batch.map((one) => {
    const plan = planOrder(leftOf(one.nodes, taken), one.order, policy);
    taken = take(taken, one, plan);
    return plan;
  });
  return planOf(plans, false);
}

const plus = (one: readonly number[], other: readonly number[]): number[] => one.map((value, index) => value + (other[index] ?? 0));
const minus = (one: readonly number[], other: readonly number[]): number[] => one.map((value, index) => value - (other[index] ?? 0));

/** One unit, or one line from one place, of any kind of location: a set of locations can give it in one way alone. */
function isSimple({ order: { lines } }: BatchOrder, { maxPackages, kindFirst }: SourcingPolicy): boolean {
  const [line] = lines;
  return kindFirst === null && lines.length === 1 && line !== undefined && (line.quantity === 1 || line.together || maxPackages === 1);
}

/**
 * Plans orders together that want the same goods: never worse than one after the other, and best of all where each order can be given in
 * one way by the same locations. What cannot be decided within the effort has the best plans that were seen.
 */
export function planBatch(batch: readonly BatchOrder[], policy: SourcingPolicy): BatchPlan {
  const effort: Effort = { left: EFFORT };
  const keyOfAll = (plans: readonly SourcingPlan[]) => plans.map((plan) => keyOf(policy, plan)).reduce(plus);
  // No order can be better off than alone; of each order and all behind it.
  const alone = batch.map(({ nodes, order }) => keyOf(policy, planOrder(nodes, order, policy)));
  const behind = alone.map((_, index) => alone.slice(index + 1).reduce(plus, [0, 0, 0, 0]));
  let best = planInTurn(batch, policy);
  const decide = (index: number, taken: Taken, plans: readonly SourcingPlan[], key: readonly number[]): void => {
    const one = batch[index];
    if (one === undefined) {
      if (compareKeys(key, keyOfAll(best.plans)) < 0) best = planOf(plans, true);
      return;
    }
    const nodes = leftOf(one.nodes, taken);
    const most = () => minus(minus(keyOfAll(best.plans), key), behind[index] ?? []);
    for (const plan of plansWithin(nodes, one.order, policy, most(), effort)) {
      if (compareKeys(keyOf(policy, plan), most()) > 0) continue;
      decide(index + 1, take(taken, one, plan), [...plans, plan], plus(key, keyOf(policy, plan)));
    }
  };
  if (batch.length > 1) decide(0, new Map(), [], [0, 0, 0, 0]);
  return { ...best, exact: effort.left > 0 && batch.every((one) => isSimple(one, policy)) };
}
