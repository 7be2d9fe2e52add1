import { z } from 'zod';
import { distanceKm } from '../../domain/sourcing/great-circle.ts';
import {
  type OrderToPlan,
  type PlannedUnits,
  planOrder,
  type SourcingNode,
  type SourcingPlan,
  type SourcingPolicy,
} from '../../domain/sourcing/plan-order.ts';
import { type BatchPlan, planBatch, planInTurn } from '../../domain/sourcing/plan-batch.ts';
import { type Difference, defineKind, type VectorKind } from './kind.ts';

const units = z.number().int().min(0);
const minor = z.number().int().min(0);
const place = z.looseObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });

const node = place.extend({
  id: z.string().min(1),
  kind: z.string().min(1),
  stock: z.record(z.string(), units),
  openOrderSlots: units,
  safetyStock: units,
  stalenessBuffer: units,
  handling: minor,
  accepts: z.boolean(),
  clearance: z.record(z.string(), z.boolean()),
});

const order = z.looseObject({
  to: place,
  lines: z
    .array(
      z.looseObject({
        line: z.number().int().min(1),
        sku: z.string().min(1),
        qty: z.number().int().min(1),
        price: minor,
        noLineSplit: z.boolean().optional(),
      }),
    )
    .min(1),
  exclude: z.array(z.string()).optional(),
  pickupAt: z.string().nullish(),
});

const policy = z.looseObject({
  packageBase: minor,
  perKmThousandths: minor,
  perUnit: minor,
  unfilledPenaltyPerUnit: minor,
  clearanceCreditPerUnit: minor,
  maxPackages: z.number().int().min(1),
  maxDistanceKm: z.number().min(0).nullable(),
  splitMinValue: minor.nullable(),
  partial: z.boolean(),
  kindFirst: z.string().nullish(),
  objective: z.enum(['cost', 'fewest_packages']),
});

const expectedPlan = z.looseObject({
  packages: units,
  unfilledUnits: units,
  cost: z.number().int(),
  totalMetres: units,
  allocation: z.array(z.strictObject({ node: z.string(), line: z.number().int(), qty: units })),
  backorder: z.array(z.strictObject({ line: z.number().int(), qty: units })),
});

const oneOrder = z.looseObject({ id: z.string(), nodes: z.array(node), order, policy, expected: expectedPlan });
const expectedBatch = z.looseObject({ assignment: z.array(z.string().nullable()), cost: z.number().int() });
const batch = z.looseObject({
  id: z.string(),
  nodes: z.array(node),
  orders: z.array(order).min(1),
  policy,
  greedy: expectedBatch,
  optimal: expectedBatch,
});

type GivenNode = z.output<typeof node>;
type GivenOrder = z.output<typeof order>;

function nodesFor(nodes: readonly GivenNode[], to: z.output<typeof place>): SourcingNode[] {
  return nodes.map((one) => ({
    id: one.id,
    kind: one.kind,
    metres: Math.round(distanceKm({ latitude: one.lat, longitude: one.lon }, { latitude: to.lat, longitude: to.lon }) * 1000),
    available: new Map(Object.entries(one.stock).map(([sku, has]) => [sku, Math.max(0, has - one.safetyStock - one.stalenessBuffer)])),
    slots: one.accepts ? one.openOrderSlots : 0,
    handlingMinor: one.handling,
    sellsOff: new Set(Object.keys(one.clearance).filter((sku) => one.clearance[sku] === true)),
  }));
}

function orderOf({ lines, exclude = [], pickupAt = null }: GivenOrder): OrderToPlan {
  return {
    lines: lines.map(({ line, sku, qty, price, noLineSplit = false }) => ({
      ...{ lineNo: line, sku, quantity: qty, unitMinor: price },
      together: noLineSplit,
    })),
    pickupAt,
    exclude: new Set(exclude),
  };
}

function policyOf(given: z.output<typeof policy>): SourcingPolicy {
  return {
    objective: given.objective,
    packageMinor: given.packageBase,
    perKmThousandths: given.perKmThousandths,
    perUnitMinor: given.perUnit,
    unfilledMinor: given.unfilledPenaltyPerUnit,
    sellOffMinor: given.clearanceCreditPerUnit,
    maxPackages: given.maxPackages,
    maxMetres: given.maxDistanceKm === null ? null : given.maxDistanceKm * 1000,
    leastParcelMinor: given.splitMinValue,
    partial: given.partial,
    kindFirst: given.kindFirst ?? null,
  };
}

/** What of each line nobody gives. */
function backorderOf({ lines }: GivenOrder, allocation: readonly PlannedUnits[]) {
  return lines
    .map(({ line, qty }) => ({
      line,
      qty: qty - allocation.filter(({ lineNo }) => lineNo === line).reduce((sum, { quantity }) => sum + quantity, 0),
    }))
    .filter(({ qty }) => qty > 0);
}

function differing(field: string, expected: unknown, got: unknown): Difference[] {
  const [one, other] = [JSON.stringify(expected), JSON.stringify(got)];
  return one === other ? [] : [{ field, expected: one, got: other }];
}

const plainOf = (plan: SourcingPlan) =>
  plan.allocation.map(({ nodeId, lineNo, quantity }) => ({ node: nodeId, line: lineNo, qty: quantity }));

const orders = defineKind(oneOrder, (row) => {
  const plan = planOrder(nodesFor(row.nodes, row.order.to), orderOf(row.order), policyOf(row.policy));
  const { expected } = row;
  return [
    ...differing('packages', expected.packages, plan.packages),
    ...differing('unfilledUnits', expected.unfilledUnits, plan.unfilled),
    ...differing('cost', expected.cost, plan.costMinor),
    ...differing('totalMetres', expected.totalMetres, plan.metres),
    ...differing('allocation', expected.allocation, plainOf(plan)),
    ...differing('backorder', expected.backorder, backorderOf(row.order, plan.allocation)),
  ];
});

/** The locations that give to each order; null for nobody. */
function assignmentOf({ plans }: BatchPlan): (string | null)[] {
  return plans.map(({ allocation }) => [...new Set(allocation.map(({ nodeId }) => nodeId))].join('+') || null);
}

const batches = defineKind(batch, (row) => {
  const asked = row.orders.map((one) => ({ order: orderOf(one), nodes: nodesFor(row.nodes, one.to) }));
  const [inTurn, together] = [planInTurn(asked, policyOf(row.policy)), planBatch(asked, policyOf(row.policy))];
  return [
    ...differing('greedy.assignment', row.greedy.assignment, assignmentOf(inTurn)),
    ...differing('greedy.cost', row.greedy.cost, inTurn.costMinor),
    ...differing('optimal.assignment', row.optimal.assignment, assignmentOf(together)),
    ...differing('optimal.cost', row.optimal.cost, together.costMinor),
  ];
});

/**
 * Rows of one order: which locations give what, and what it costs; and rows of a batch, which has `orders`: who gives to each, one after
 * the other and together.
 */
export const sourcing: VectorKind = {
  lists: ['cases', 'batches'],
  check: (row) => (typeof row === 'object' && row !== null && 'orders' in row ? batches : orders).check(row),
};
