import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BatchOrder, planBatch, planInTurn } from './plan-batch.ts';
import type { SourcingNode, SourcingPolicy } from './plan-order.ts';

const POLICY: SourcingPolicy = {
  ...{ objective: 'cost', packageMinor: 500, perKmThousandths: 400, perUnitMinor: 60, unfilledMinor: 3_000, sellOffMinor: 0 },
  ...{ maxPackages: 9, maxMetres: null, leastParcelMinor: null, partial: true, kindFirst: null },
};
/** @param metres from each location. */
const batchOrder = (units: number, metres: readonly number[], stock: readonly number[], slots: readonly number[] = []): BatchOrder => ({
  order: {
    lines: [{ lineNo: 1, sku: 'A', quantity: units, unitMinor: 4_000, together: false }],
    ...{ pickupAt: null, exclude: new Set<string>() },
  },
  nodes: metres.map(
    (far, index): SourcingNode => ({
      ...{ id: `N${index}`, kind: 'store', metres: far, handlingMinor: 150, sellsOff: new Set<string>() },
      available: new Map([['A', stock[index] ?? 0]]),
      slots: slots[index] ?? 99,
    }),
  ),
});

/** The least that orders of one unit can cost together, by trying every assignment. */
function leastByTrying(batch: readonly BatchOrder[]): number {
  const [first, ...others] = batch;
  if (first === undefined) return 0;
  const given = (index: number): BatchOrder[] =>
    others.map(({ order, nodes }) => ({
      order,
      nodes: nodes.map((node, at) =>
        at === index ? { ...node, available: new Map([['A', (node.available.get('A') ?? 0) - 1]]), slots: node.slots - 1 } : node,
      ),
    }));
  const costs = first.nodes.map((node, index) => {
    if (node.slots <= 0 || (node.available.get('A') ?? 0) <= 0) return Number.POSITIVE_INFINITY;
    return 150 + 500 + 60 + Math.round((node.metres * 400) / 1_000_000) + leastByTrying(given(index));
  });
  return Math.min(3_000 + leastByTrying(others), ...costs);
}

describe('planBatch', () => {
  it('[P3] finds the least that orders of one unit cost together, and never more than one after the other', () => {
    const places = { minLength: 2, maxLength: 3 };
    const drawn = fc.record({
      stock: fc.array(fc.nat(2), places),
      slots: fc.array(fc.nat(3), places),
      metres: fc.array(
        fc.array(
          fc.integer({ min: 0, max: 6_000 }).map((km) => km * 1000),
          { minLength: 2, maxLength: 2 },
        ),
        { minLength: 1, maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(drawn, ({ stock, slots, metres }) => {
        const batch = metres.map((far) => batchOrder(1, far, stock, slots));
        const together = planBatch(batch, POLICY);
        expect(together).toMatchObject({ costMinor: leastByTrying(batch), exact: true });
        expect(together.costMinor).toBeLessThanOrEqual(planInTurn(batch, POLICY).costMinor);
      }),
      { numRuns: 300 },
    );
  });

  it('gives no unit twice, whatever the orders want', () => {
    const drawn = fc.record({
      stock: fc.array(fc.nat(4), { minLength: 2, maxLength: 2 }),
      units: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(drawn, ({ stock, units }) => {
        const batch = units.map((wanted, index) => batchOrder(wanted, [index * 100_000, 900_000 - index * 100_000], stock));
        for (const { plans } of [planBatch(batch, POLICY), planInTurn(batch, POLICY)]) {
          const given = (id: string) =>
            plans.flatMap(({ allocation }) => allocation).reduce((sum, one) => sum + (one.nodeId === id ? one.quantity : 0), 0);
          expect(given('N0')).toBeLessThanOrEqual(stock[0] ?? 0);
          expect(given('N1')).toBeLessThanOrEqual(stock[1] ?? 0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not claim to be exact where an order may be split', () => {
    const batch = [batchOrder(2, [0, 1_000], [1, 1]), batchOrder(1, [0, 1_000], [1, 1])];
    expect(planBatch(batch, POLICY)).toMatchObject({ exact: false, plans: [{ unfilled: 0 }, { unfilled: 1 }] });
    const first = [batchOrder(1, [0, 1_000], [1, 1]), batchOrder(1, [0, 1_000], [1, 1])];
    expect(planBatch(first, { ...POLICY, kindFirst: 'store' })).toMatchObject({ exact: false, plans: [{ unfilled: 0 }, { unfilled: 0 }] });
    expect(planBatch([], POLICY)).toEqual({ plans: [], costMinor: 0, exact: true });
  });
});
