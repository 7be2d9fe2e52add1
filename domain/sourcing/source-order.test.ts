import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, type Destination, sourceOrder, type WantedLine } from './source-order.ts';

const sku = fc.constantFrom('A', 'B', 'C');
const lines = fc
  .array(fc.record({ sku, quantity: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 5 })
  .map((drawn): WantedLine[] => drawn.map((line, index) => ({ ...line, lineNo: index + 1 })));
const candidates = fc
  .array(
    fc.record({
      position: fc.option(fc.record({ latitude: fc.integer({ min: -60, max: 60 }), longitude: fc.integer({ min: -170, max: 170 }) })),
      stock: fc.array(fc.tuple(sku, fc.integer({ min: -2, max: 6 })), { maxLength: 3 }),
    }),
    { maxLength: 7 },
  )
  .map((drawn): Candidate[] =>
    drawn.map(({ position, stock }, index) => ({ locationId: `L${index}`, position, available: new Map(stock) })),
  );
const destination: fc.Arbitrary<Destination> = fc.oneof(
  fc.record({
    kind: fc.constant('place' as const),
    latitude: fc.integer({ min: -60, max: 60 }),
    longitude: fc.integer({ min: -170, max: 170 }),
  }),
  fc.record({ kind: fc.constant('unknown' as const), key: fc.string() }),
  fc.record({ kind: fc.constant('store' as const), storeId: fc.constantFrom('L0', 'L1', 'L9') }),
);

const at = (locationId: string, longitude: number, stock: Record<string, number>): Candidate => ({
  locationId,
  position: { latitude: 0, longitude },
  available: new Map(Object.entries(stock)),
});
const here: Destination = { kind: 'place', latitude: 0, longitude: 0 };
const want = (...wanted: [string, number][]): WantedLine[] =>
  wanted.map(([wantedSku, quantity], index) => ({ lineNo: index + 1, sku: wantedSku, quantity }));

describe('sourceOrder', () => {
  it('passes over a location that takes no more orders to ship, but for its own pickups', () => {
    const full = { ...at('L1', 1, { A: 5 }), ordersLeft: 0 };
    const next = { ...at('L2', 2, { A: 5 }), ordersLeft: 1 };
    expect(sourceOrder(want(['A', 1]), [full, next], here).parts.map((part) => part.locationId)).toEqual(['L2']);
    expect(sourceOrder(want(['A', 1]), [full], here).backordered).toEqual([{ lineNo: 1, quantity: 1 }]);
    const plan = sourceOrder(want(['A', 1]), [full, next], { kind: 'store', storeId: 'L1' });
    expect(plan.parts.map((part) => part.locationId)).toEqual(['L1']);
  });

  it('[P3] gives every unit once, and never more than a location has available', () => {
    fc.assert(
      fc.property(lines, candidates, destination, (wanted, locations, to) => {
        const plan = sourceOrder(wanted, locations, to);
        for (const line of wanted) {
          const given = [...plan.parts.flatMap((part) => part.lines), ...plan.backordered]
            .filter((one) => one.lineNo === line.lineNo)
            .reduce((sum, one) => sum + one.quantity, 0);
          expect(given).toBe(line.quantity);
        }
        for (const part of plan.parts) {
          expect(part.lines.length).toBeGreaterThan(0);
          const bySku = new Map<string, number>();
          for (const one of part.lines) {
            const name = wanted.find((line) => line.lineNo === one.lineNo)?.sku ?? '';
            bySku.set(name, (bySku.get(name) ?? 0) + one.quantity);
          }
          const has = locations.find((one) => one.locationId === part.locationId)?.available;
          for (const [name, units] of bySku) expect(units).toBeLessThanOrEqual(has?.get(name) ?? 0);
        }
        expect(new Set(plan.parts.map((part) => part.locationId)).size).toBe(plan.parts.length);
      }),
      { numRuns: 500 },
    );
  });

  it('backorders only what nobody who may be asked has', () => {
    fc.assert(
      fc.property(lines, candidates, destination, (wanted, locations, to) => {
        const asked = locations.filter((one) => to.kind !== 'store' || one.locationId === to.storeId);
        const waiting = new Map<string, number>();
        for (const one of sourceOrder(wanted, locations, to).backordered) {
          const name = wanted.find((line) => line.lineNo === one.lineNo)?.sku ?? '';
          waiting.set(name, (waiting.get(name) ?? 0) + one.quantity);
        }
        for (const name of ['A', 'B', 'C']) {
          const demand = wanted.filter((line) => line.sku === name).reduce((sum, line) => sum + line.quantity, 0);
          const stock = asked.reduce((sum, one) => sum + Math.max(0, one.available.get(name) ?? 0), 0);
          expect(waiting.get(name) ?? 0).toBe(Math.max(0, demand - stock));
        }
      }),
    );
  });

  it('takes the nearest location that has everything, not a nearer one that has not', () => {
    const plan = sourceOrder(
      want(['A', 2], ['B', 1]),
      [at('far', 30, { A: 9, B: 9 }), at('near', 10, { A: 9 }), at('mid', 20, { A: 2, B: 1 })],
      here,
    );
    expect(plan).toEqual({
      parts: [
        {
          locationId: 'mid',
          lines: [
            { lineNo: 1, quantity: 2 },
            { lineNo: 2, quantity: 1 },
          ],
        },
      ],
      backordered: [],
    });
  });

  it('splits over as few locations as it can, the nearest of them', () => {
    const plan = sourceOrder(
      want(['A', 1], ['B', 1], ['C', 1]),
      [at('a', 1, { A: 1 }), at('b', 2, { B: 1 }), at('c', 3, { C: 1 }), at('ab-far', 50, { A: 1, B: 1 }), at('ab', 40, { A: 1, B: 1 })],
      here,
    );
    expect(plan.parts.map((part) => part.locationId)).toEqual(['ab', 'c']);
  });

  it('keeps a pickup at its store: what it lacks waits there', () => {
    const plan = sourceOrder(want(['A', 3]), [at('other', 0, { A: 9 }), at('mine', 1, { A: 1 })], { kind: 'store', storeId: 'mine' });
    expect(plan).toEqual({
      parts: [{ locationId: 'mine', lines: [{ lineNo: 1, quantity: 1 }] }],
      backordered: [{ lineNo: 1, quantity: 2 }],
    });
  });

  it('spreads orders of unknown destination over the locations, each always to the same one', () => {
    const stores = Array.from({ length: 10 }, (_, index) => at(`L${index}`, index, { A: 1 }));
    const chosen = Array.from({ length: 200 }, (_, order) => {
      const plan = () => sourceOrder(want(['A', 1]), stores, { kind: 'unknown', key: `order-${order}` });
      expect(plan()).toEqual(plan());
      return plan().parts[0]?.locationId;
    });
    expect(new Set(chosen).size).toBe(10);
  });
});
