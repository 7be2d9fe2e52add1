import { describe, expect, it } from 'vitest';
import type { Destination } from '../source-order.ts';
import type { RuleCandidate } from './ask-places.ts';
import { planByRule } from './plan-by-rule.ts';
import { ruleSet } from './rule-set.ts';

const at = (locationId: string, longitude: number, stock: Record<string, number>, more: Partial<RuleCandidate> = {}): RuleCandidate => ({
  ...{ locationId, kind: 'store', position: { latitude: 0, longitude }, available: new Map(Object.entries(stock)) },
  ...more,
});
const here: Destination = { kind: 'place', latitude: 0, longitude: 0 };
const groups = [
  { id: 'list', name: 'List', locationIds: ['S3', 'S1'] },
  { id: 'depots', name: 'Depots', kinds: ['warehouse'], handlingMinor: 10 },
];
const costs = { handlingMinor: 100, packageMinor: 500, perKmThousandths: 1_000, perUnitMinor: 20, unfilledMinor: 5_000 };
/** Two of A at 15.00 each, one of B at 5.00. */
const LINES = [
  { lineNo: 1, sku: 'A', quantity: 2, totalMinor: 3_000, category: null },
  { lineNo: 2, sku: 'B', quantity: 1, totalMinor: 500, category: null },
];

function plan(rule: object, asked: readonly RuleCandidate[], { destination = here, currency = 'USD' } = {}) {
  const set = ruleSet.parse({ currency: 'USD', groups, costs, rules: [{ id: 'r', name: 'R', ...rule }] });
  const [read] = set.rules;
  if (read === undefined) throw new Error('There is a rule.');
  const { parts, backordered, costMinor } = planByRule(set, read, asked, { lines: LINES, currency, destination });
  const given = parts.map(({ locationId, lines }) => `${locationId} ${lines.map((one) => `${one.lineNo}x${one.quantity}`).join(' ')}`);
  return { given, waits: backordered, costMinor };
}

describe('planByRule', () => {
  const stores = [at('S1', 1, { A: 2, B: 1 }), at('S2', 2, { A: 8, B: 9 }), at('S3', 3, { A: 3, B: 3 })];

  // The sorts of locations of routing-rules.csv, and the cost.
  it.each([
    ['distance', {}, 'S1'],
    ['stock', {}, 'S2'],
    ['sequence', { places: { groupIds: ['list'] } }, 'S3'],
    ['cost', {}, 'S1'],
  ])('ranks by %s', (rank, more, first) => {
    expect(plan({ rank, ...more }, stores).given).toEqual([`${first} 1x2 2x1`]);
  });

  it('reckons in money: handling of the group, freight by package, distance and unit, and what nobody gives', () => {
    // 1 degree is 111 km: 111.195 minor units of freight, rounded.
    expect(plan({ rank: 'cost' }, stores)).toMatchObject({ costMinor: 100 + 500 + 111 + 3 * 20, waits: [] });
    const depot = at('W1', 1.5, { A: 2, B: 1 }, { kind: 'warehouse' });
    expect(plan({ rank: 'cost' }, [...stores, depot])).toMatchObject({ given: ['W1 1x2 2x1'], costMinor: 10 + 500 + 167 + 3 * 20 });
    expect(plan({ rank: 'cost' }, [at('S9', 0, { A: 2 })])).toMatchObject({
      waits: [{ lineNo: 2, quantity: 1 }],
      costMinor: 100 + 500 + 2 * 20 + 5_000,
    });
    expect(plan({ rank: 'distance', limits: { maxPackages: 1 } }, stores).costMinor).toBeNull();
  });

  const split = [at('S1', 1, { A: 1 }), at('S2', 2, { A: 1 }), at('S3', 9, { A: 2 }), at('S4', 1, { B: 1 })];
  it.each<[string, object, string[], number]>([
    ['no limit', {}, ['S3 1x2', 'S4 2x1'], 0],
    ['one package', { maxPackages: 1 }, ['S3 1x2'], 1],
    ['all or nothing in one package', { maxPackages: 1, partial: false }, [], 3],
    ['parcels worth 5.01', { leastParcelMinor: 501 }, ['S3 1x2'], 1],
    ['parcels worth 5.00', { leastParcelMinor: 500 }, ['S3 1x2', 'S4 2x1'], 0],
    ['the group first, which has not all', { groupFirst: 'list' }, ['S3 1x2', 'S4 2x1'], 0],
  ])('keeps to %s', (_name, limits, given, waiting) => {
    const made = plan({ limits }, split);
    expect(made.given).toEqual(given);
    expect(made.waits.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(waiting);
  });

  it('keeps a line together, or not', () => {
    const halves = [at('S1', 1, { A: 1 }), at('S2', 2, { A: 1, B: 1 })];
    expect(plan({ limits: { splitLines: true, maxPackages: 3 } }, halves).given).toEqual(['S2 1x1 2x1', 'S1 1x1']);
    expect(plan({ limits: { splitLines: false } }, halves)).toMatchObject({ given: ['S2 1x1 2x1'], waits: [{ lineNo: 1, quantity: 1 }] });
  });

  it('lets a group give alone that has everything, however far it is', () => {
    const depot = at('W1', 80, { A: 2, B: 1 }, { kind: 'warehouse' });
    expect(plan({ limits: { groupFirst: 'depots' } }, [...stores, depot]).given).toEqual(['W1 1x2 2x1']);
  });

  it('compares no parcel with an amount of another currency', () => {
    expect(plan({ limits: { leastParcelMinor: 501 } }, split, { currency: 'EUR' }).given).toEqual(['S3 1x2', 'S4 2x1']);
  });

  it('asks nobody who has no orders left, and the store of a pickup all the same', () => {
    const full = [at('S1', 1, { A: 2, B: 1 }, { ordersLeft: 0 }), at('S2', 2, { A: 2, B: 1 }, { ordersLeft: 1 })];
    const limits = { maxPackages: 2 };
    expect(plan({ limits }, full).given).toEqual(['S2 1x2 2x1']);
    expect(plan({ limits }, full, { destination: { kind: 'store', storeId: 'S1' } }).given).toEqual(['S1 1x2 2x1']);
  });

  it('spreads orders whose place is not known, and reckons no freight by distance for them', () => {
    const one = (key: string) => plan({ rank: 'cost' }, stores, { destination: { kind: 'unknown', key } });
    expect(new Set(Array.from({ length: 20 }, (_, index) => one(`W-${index}`).given[0])).size).toBe(3);
    expect(one('W-1').costMinor).toBe(100 + 500 + 3 * 20);
  });
});
