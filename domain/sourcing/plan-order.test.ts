import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OrderToPlan, type PlannedUnits, planOrder, type SourcingNode, type SourcingPolicy } from './plan-order.ts';

const node = (id: string, given: Partial<Omit<SourcingNode, 'available'>> & { has: Record<string, number> }): SourcingNode => {
  const { has, ...rest } = given;
  return {
    kind: 'store',
    metres: 0,
    slots: 99,
    handlingMinor: 150,
    sellsOff: new Set(),
    ...rest,
    id,
    available: new Map(Object.entries(has)),
  };
};
const POLICY: SourcingPolicy = {
  ...{ objective: 'cost', packageMinor: 500, perKmThousandths: 400, perUnitMinor: 60, unfilledMinor: 3_000, sellOffMinor: 0 },
  ...{ maxPackages: 9, maxMetres: null, leastParcelMinor: null, partial: true, kindFirst: null },
};
const order = (lines: readonly [sku: string, quantity: number][], given: Partial<OrderToPlan> = {}): OrderToPlan => ({
  lines: lines.map(([sku, quantity], index) => ({ lineNo: index + 1, sku, quantity, unitMinor: 4_000, together: false })),
  ...{ pickupAt: null, exclude: new Set<string>() },
  ...given,
});

/** Every way to give units of the lines, with what it comes to; those that the policy forbids are left out. */
function* everyPlan(nodes: readonly SourcingNode[], { lines, pickupAt, exclude }: OrderToPlan, policy: SourcingPolicy) {
  const asked = nodes
    .filter(({ id, slots, metres }) => {
      const isNear = pickupAt !== null || policy.maxMetres === null || metres <= policy.maxMetres;
      return slots > 0 && !exclude.has(id) && (pickupAt ?? id) === id && isNear;
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const pairs = asked.flatMap((one) => lines.map((line) => ({ one, line })));
  const wanted = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  function* from(at: number, list: readonly PlannedUnits[]): Generator<readonly PlannedUnits[]> {
    const pair = pairs[at];
    if (pair === undefined) return yield list;
    const { one, line } = pair;
    const given = (is: (units: PlannedUnits) => boolean) => list.filter(is).reduce((sum, { quantity }) => sum + quantity, 0);
    const skuOf = (lineNo: number) => lines.find((each) => each.lineNo === lineNo)?.sku;
    const left = (one.available.get(line.sku) ?? 0) - given(({ nodeId, lineNo }) => nodeId === one.id && skuOf(lineNo) === line.sku);
    const open = line.quantity - given(({ lineNo }) => lineNo === line.lineNo);
    const most = line.together && open < line.quantity ? 0 : Math.min(left, open);
    for (let quantity = 0; quantity <= most; quantity += 1)
      yield* from(at + 1, quantity === 0 ? list : [...list, { nodeId: one.id, lineNo: line.lineNo, quantity }]);
  }
  for (const list of from(0, [])) {
    const used = asked.filter(({ id }) => list.some(({ nodeId }) => nodeId === id));
    const filled = list.reduce((sum, { quantity }) => sum + quantity, 0);
    const worthOf = (id: string) =>
      list
        .filter(({ nodeId }) => nodeId === id)
        .reduce((sum, { lineNo, quantity }) => sum + quantity * (lines.find((one) => one.lineNo === lineNo)?.unitMinor ?? 0), 0);
    if (used.length > policy.maxPackages || (!policy.partial && filled > 0 && filled < wanted)) continue;
    if (used.length > 1 && used.some(({ id }) => worthOf(id) < (policy.leastParcelMinor ?? 0))) continue;
    const isSent = pickupAt === null;
    const freight = ({ metres }: SourcingNode) =>
      isSent ? policy.packageMinor + Math.floor((metres * policy.perKmThousandths * 2 + 1_000_000) / 2_000_000) : 0;
    const soldOff = list.reduce((sum, { nodeId, lineNo, quantity }) => {
      const from = asked.find(({ id }) => id === nodeId);
      return sum + (from?.sellsOff.has(lines.find((one) => one.lineNo === lineNo)?.sku ?? '') === true ? quantity : 0);
    }, 0);
    const fixed = used.reduce((sum, one) => sum + one.handlingMinor + freight(one), 0);
    const byUnit = filled * (isSent ? policy.perUnitMinor : 0) + (wanted - filled) * policy.unfilledMinor - soldOff * policy.sellOffMinor;
    const metres = isSent ? used.reduce((sum, one) => sum + one.metres, 0) : 0;
    yield { packages: used.length, unfilled: wanted - filled, costMinor: fixed + byUnit, metres, allocation: list };
  }
}

type Tried = ReturnType<typeof everyPlan> extends Generator<infer T> ? T : never;

/** Compares numbers one after the other, then what is given. */
function compare(a: Tried, b: Tried, { objective }: SourcingPolicy): number {
  const key = ({ costMinor, packages, metres, unfilled }: Tried) =>
    objective === 'cost' ? [costMinor, packages, metres] : [unfilled, packages, metres, costMinor];
  const [one, other] = [key(a), key(b)];
  for (const [at, value] of one.entries()) if (value !== other[at]) return value - (other[at] ?? 0);
  for (const [at, units] of a.allocation.entries()) {
    const than = b.allocation[at];
    if (than === undefined) return 1;
    if (units.nodeId !== than.nodeId) return units.nodeId < than.nodeId ? -1 : 1;
    if (units.lineNo !== than.lineNo) return units.lineNo - than.lineNo;
    if (units.quantity !== than.quantity) return units.quantity - than.quantity;
  }
  return a.allocation.length - b.allocation.length;
}

const best = (nodes: readonly SourcingNode[], asked: OrderToPlan, policy: SourcingPolicy): Tried =>
  [...everyPlan(nodes, asked, policy)].reduce((found, one) => (compare(one, found, policy) < 0 ? one : found));

/** As {@link best}, asking the kind that comes first alone where it can give everything. */
function bestByKind(nodes: readonly SourcingNode[], asked: OrderToPlan, policy: SourcingPolicy): Tried {
  const first = nodes.filter(({ kind }) => kind === policy.kindFirst);
  const alone = first.length === 0 ? null : best(first, asked, policy);
  return alone?.unfilled === 0 ? alone : best(nodes, asked, policy);
}

const SKUS = ['A', 'B'] as const;
const anyNode = fc.record({
  kind: fc.constantFrom('store', 'warehouse'),
  metres: fc.constantFrom(0, 100_000, 250_000, 1_000_000),
  slots: fc.constantFrom(0, 1, 9, 9),
  handlingMinor: fc.constantFrom(90, 150, 150),
  sellsOff: fc.subarray([...SKUS]).map((skus) => new Set<string>(skus)),
  has: fc.record({ A: fc.nat(3), B: fc.nat(3) }),
});
const anyOrder = fc.record({
  lines: fc.array(
    fc.record({
      sku: fc.constantFrom(...SKUS),
      quantity: fc.integer({ min: 1, max: 3 }),
      unitMinor: fc.constantFrom(1_000, 4_000),
      together: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  pickup: fc.constantFrom(null, null, null, 'N0'),
  excluded: fc.constantFrom(null, null, 'N1'),
});
const anyPolicy: fc.Arbitrary<SourcingPolicy> = fc.record({
  objective: fc.constantFrom('cost', 'cost', 'fewest_packages'),
  packageMinor: fc.constantFrom(0, 500),
  perKmThousandths: fc.constantFrom(0, 400, 2_500),
  perUnitMinor: fc.constantFrom(0, 60),
  unfilledMinor: fc.constantFrom(61, 700, 3_000),
  sellOffMinor: fc.constantFrom(0, 100, 900),
  maxPackages: fc.constantFrom(1, 2, 9),
  maxMetres: fc.constantFrom(null, null, 200_000),
  leastParcelMinor: fc.constantFrom(null, null, 3_000, 5_000),
  partial: fc.boolean(),
  kindFirst: fc.constantFrom(null, null, 'warehouse'),
});

describe('planOrder', () => {
  it('[P3] finds what trying every plan finds, whatever the stock, the order and the policy', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(anyNode, { minLength: 1, maxLength: 4 }), anyOrder, anyPolicy, (drawn, { lines, pickup, excluded }, policy) => {
        const nodes = drawn.map((one, index) => node(`N${index}`, one));
        const asked: OrderToPlan = {
          lines: lines.map((line, index) => ({ ...line, lineNo: index + 1 })),
          pickupAt: pickup,
          exclude: new Set(excluded === null ? [] : [excluded]),
        };
        const plan = planOrder(nodes, asked, policy);
        expect(plan).toEqual({ ...bestByKind(nodes, asked, policy), exact: true });
        expect(planOrder([...nodes].reverse(), asked, policy)).toEqual(plan);
      }),
      { numRuns: 500 },
    );
  });

  it('takes two boxes where whoever gives most of the rest would take three', () => {
    const nodes = [
      node('GREEDY', { has: { A: 1, B: 1, C: 1, D: 1 } }),
      node('LEFT', { has: { A: 1, B: 1, E: 1 }, metres: 1_000 }),
      node('RIGHT', { has: { C: 1, D: 1, F: 1 }, metres: 1_000 }),
    ];
    const all = order([...'ABCDEF'].map((sku) => [sku, 1]));
    expect(planOrder(nodes, all, POLICY)).toMatchObject({ packages: 2, unfilled: 0, exact: true });
  });

  it('says so where it was ended before it had seen enough, and gives the best that it saw', () => {
    const nodes = Array.from({ length: 400 }, (_, index) =>
      node(`N${index}`, {
        has: Object.fromEntries([...'ABCDEFGH'].map((sku, at) => [sku, (index * 7 + at * 13) % 5 === 0 ? 1 : 0])),
        metres: index * 10,
      }),
    );
    const plan = planOrder(nodes, order([...'ABCDEFGH'].map((sku) => [sku, 3])), { ...POLICY, maxPackages: 30 });
    expect(plan).toMatchObject({ unfilled: 0, exact: false });
  });

  it('decides for a usual order among a thousand locations', () => {
    const nodes = Array.from({ length: 1_000 }, (_, index) =>
      node(`N${index}`, {
        has: { A: index % 3, B: (index * 7) % 4, C: index % 11 === 0 ? 2 : 0 },
        metres: ((index * 7_919) % 1_000) * 1_000,
      }),
    );
    const asked = order([
      ['A', 1],
      ['B', 2],
      ['C', 1],
    ]);
    expect(planOrder(nodes, asked, POLICY)).toMatchObject({ packages: 1, unfilled: 0, exact: true });
  });
});
