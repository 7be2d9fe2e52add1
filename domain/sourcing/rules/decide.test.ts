import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Destination, sourceOrder } from '../source-order.ts';
import type { RuleCandidate } from './ask-places.ts';
import { decide } from './decide.ts';
import { explain, KEPT_OTHERS } from './explain.ts';
import type { OrderFacts } from './fits.ts';
import { type RuleSet, ruleSet, standardRules } from './rule-set.ts';

const NOW = Date.parse('2026-03-02T12:00:00.000Z');
const factsOf = (lines: readonly { sku: string; quantity: number }[], kind: 'pickup' | 'ship' = 'ship'): OrderFacts => ({
  ...{ kind, occasion: 'placed', currency: 'USD', placedAt: '2026-03-02T11:00:00.000Z', promisedAt: null },
  ...{ priority: null, shippingMethod: null, channel: null, origin: null },
  lines: lines.map((line, index) => ({ ...line, lineNo: index + 1, totalMinor: 1_000 * line.quantity, category: null })),
});
const here: Destination = { kind: 'place', latitude: 0, longitude: 0 };
const at = (locationId: string, longitude: number, stock: Record<string, number>, more: Partial<RuleCandidate> = {}): RuleCandidate => ({
  ...{ locationId, kind: 'store', position: { latitude: 0, longitude }, available: new Map(Object.entries(stock)) },
  ...more,
});

const sku = fc.constantFrom('A', 'B', 'C');
const lines = fc.array(fc.record({ sku, quantity: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 5 });
const candidates = fc
  .array(
    fc.record({
      position: fc.option(fc.record({ latitude: fc.integer({ min: -60, max: 60 }), longitude: fc.integer({ min: -170, max: 170 }) })),
      stock: fc.array(fc.tuple(sku, fc.integer({ min: -2, max: 6 })), { maxLength: 3 }),
      ordersLeft: fc.constantFrom(undefined, undefined, 0, 1),
      isPaused: fc.boolean(),
      kind: fc.constantFrom('store', 'warehouse'),
    }),
    { maxLength: 30 },
  )
  .map((drawn): RuleCandidate[] =>
    drawn.map(({ position, stock, ordersLeft, isPaused, kind }, index) => ({
      ...{ locationId: `L${index}`, kind, position, available: new Map(stock) },
      ...(ordersLeft !== undefined && { ordersLeft, isPaused: ordersLeft === 0 && isPaused }),
    })),
  );
const destination: fc.Arbitrary<Destination> = fc.oneof(
  fc.constant(here),
  fc.record({ kind: fc.constant('unknown' as const), key: fc.string() }),
  fc.record({ kind: fc.constant('store' as const), storeId: fc.constantFrom('L0', 'L1', 'L99') }),
);
const id = fc.constantFrom('g0', 'g1');
const limited = fc.record({
  orders: fc.constantFrom([], [], [{ by: 'kind', values: ['ship'] }]),
  places: fc.record({
    groupIds: fc.array(id, { maxLength: 1 }),
    excludedGroupIds: fc.array(id, { maxLength: 1 }),
    maxMetres: fc.option(fc.integer({ min: 1, max: 15_000_000 })),
    keepUnits: fc.integer({ min: 0, max: 2 }),
    ignoreOrderLimit: fc.boolean(),
  }),
  rank: fc.constantFrom('distance', 'cost', 'stock'),
  limits: fc.record({
    maxPackages: fc.option(fc.integer({ min: 1, max: 3 })),
    splitLines: fc.boolean(),
    leastParcelMinor: fc.option(fc.constant(2_000)),
    partial: fc.boolean(),
    groupFirst: fc.option(id),
  }),
  otherwise: fc.constantFrom('next_rule', 'wait'),
});
const anyRules = fc.array(limited, { minLength: 1, maxLength: 3 }).map((rules) =>
  ruleSet.parse({
    currency: 'USD',
    costs: { handlingMinor: 100, packageMinor: 400, perKmThousandths: 700 },
    groups: [
      { id: 'g0', name: 'Some', locationIds: ['L0', 'L2', 'L4', 'L6'] },
      { id: 'g1', name: 'Depots', kinds: ['warehouse'] },
    ],
    rules: rules.map((rule, index) => ({ id: `r${index}`, name: 'R', ...rule })),
  }),
);

/** What the decision says of who gives what, checked against what there is. */
function checkUnits(facts: OrderFacts, to: Destination, places: readonly RuleCandidate[], decision: ReturnType<typeof decide>): void {
  const skuOf = new Map(facts.lines.map((line) => [line.lineNo, line.sku]));
  for (const line of facts.lines) {
    const of = (list: readonly { lineNo: number; quantity: number }[]) =>
      list.filter(({ lineNo }) => lineNo === line.lineNo).reduce((sum, { quantity }) => sum + quantity, 0);
    expect(of(decision.parts.flatMap((part) => part.lines)) + of(decision.backordered)).toBe(line.quantity);
  }
  expect(new Set(decision.parts.map(({ locationId }) => locationId)).size).toBe(decision.parts.length);
  for (const { locationId, lines: given } of decision.parts) {
    const place = places.find((one) => one.locationId === locationId);
    if (to.kind === 'store') expect(locationId).toBe(to.storeId);
    else if (place?.isPaused === true) throw new Error('A paused location gives nothing.');
    for (const wanted of new Set(skuOf.values())) {
      const units = given.filter(({ lineNo }) => skuOf.get(lineNo) === wanted).reduce((sum, { quantity }) => sum + quantity, 0);
      expect(units).toBeLessThanOrEqual(Math.max(0, place?.available.get(wanted) ?? 0));
    }
    expect(given.every(({ quantity }) => quantity > 0)).toBe(true);
  }
}

describe('decide', () => {
  it('by the standard rules, decides as the pool did before there were rules', () => {
    fc.assert(
      fc.property(lines, candidates, destination, (wanted, places, to) => {
        const facts = factsOf(wanted, to.kind === 'store' ? 'pickup' : 'ship');
        const { parts, backordered, blocked } = decide(standardRules('USD'), { facts, destination: to }, places, NOW);
        expect({ parts, backordered }).toEqual(sourceOrder(facts.lines, places, to));
        expect(blocked).toBeNull();
      }),
    );
  });

  it('[P3] by any rules, gives every unit once, never more than there is, and says of every location why', () => {
    fc.assert(
      fc.property(anyRules, lines, candidates, destination, (set, wanted, places, to) => {
        const facts = factsOf(wanted, to.kind === 'store' ? 'pickup' : 'ship');
        const decision = decide(set, { facts, destination: to }, places, NOW);
        checkUnits(facts, to, places, decision);
        const kept = explain(decision, places, { destination: to, lines: facts.lines, gaveUp: new Set() });
        const counted = Object.values(kept.counts).reduce((sum, count) => sum + count, 0);
        expect(kept.chosen.length + kept.others.length + counted).toBe(places.length);
        expect(kept.others.length).toBeLessThanOrEqual(KEPT_OTHERS);
      }),
      { numRuns: 300 },
    );
  });

  it('the order in which locations are read changes nothing', () => {
    fc.assert(
      fc.property(anyRules, lines, candidates, (set, wanted, places) => {
        const of = (list: readonly RuleCandidate[]) => decide(set, { facts: factsOf(wanted), destination: here }, list, NOW);
        const [one, other] = [of(places), of([...places].reverse())];
        const sorted = ({ parts }: typeof one) => [...parts].sort((a, b) => (a.locationId < b.locationId ? -1 : 1));
        expect(sorted(other)).toEqual(sorted(one));
      }),
    );
  });

  const groups = [
    { id: 'depots', name: 'Depots', kinds: ['warehouse'] },
    { id: 'none', name: 'Nobody', locationIds: ['X'] },
  ];
  const setOf = (...rules: object[]): RuleSet =>
    ruleSet.parse({ currency: 'USD', groups, rules: rules.map((rule, index) => ({ id: `r${index}`, name: 'R', ...rule })) });
  const stores = [at('S1', 1, { A: 1, B: 1 }), at('S2', 2, { A: 1 }), at('W1', 9, { A: 1 }, { kind: 'warehouse', ordersLeft: 1 })];
  const two = factsOf([{ sku: 'A', quantity: 2 }]);
  const made = (set: RuleSet, facts = two, places: readonly RuleCandidate[] = stores) => {
    const { parts, backordered, rules, blocked } = decide(set, { facts, destination: here }, places, NOW);
    const units = rules.map((one) => one.units);
    return { places: parts.map(({ locationId }) => locationId), waits: backordered.length, rules: units, blocked };
  };

  it('gives what a rule leaves to the next one that fits, or lets it wait', () => {
    const first = { places: { groupIds: ['depots'] } };
    const never = { orders: [{ by: 'kind', values: ['pickup'] }] };
    expect(made(setOf(first, never, {}))).toEqual({ places: ['W1', 'S1'], waits: 0, rules: [1, 1], blocked: null });
    expect(made(setOf({ ...first, otherwise: 'wait' }, {}))).toEqual({ places: ['W1'], waits: 1, rules: [1], blocked: null });
    // Nothing for all of it in one place, so the next rule gets all of it.
    const inOne = { limits: { maxPackages: 1, partial: false } };
    expect(made(setOf(inOne, {}))).toEqual({ places: ['S1', 'S2'], waits: 0, rules: [0, 2], blocked: null });
  });

  it('puts what a location gives under two rules into one part, although its limit is reached by then', () => {
    const one = at('W1', 9, { A: 2 }, { kind: 'warehouse', ordersLeft: 1 });
    expect(made(setOf({ places: { keepUnits: 1 } }, {}), two, [one])).toMatchObject({ places: ['W1'], waits: 0, rules: [1, 1] });
  });

  it.each<[string, object[], readonly RuleCandidate[], string | null]>([
    ['excludes everybody', [{ places: { excludedGroupIds: ['none'], groupIds: ['none'] } }], stores, 'excluded'],
    ['finds everybody too far', [{ places: { maxMetres: 1 } }, { places: { groupIds: ['none'] } }], stores, 'excluded'],
    ['fits no order', [{ orders: [{ by: 'kind', values: ['pickup'] }] }], stores, 'no_rule'],
    ['excludes everybody, but nobody has it', [{ places: { groupIds: ['none'] } }], [at('S1', 1, { B: 1 })], null],
    ['fits no order, but nobody has it', [{ orders: [{ by: 'kind', values: ['pickup'] }] }], [at('S1', 1, { B: 1 })], null],
    ['keeps the last units back', [{ places: { keepUnits: 1 } }], stores, null],
    [
      'excludes all but one that is full',
      [{ places: { groupIds: ['depots'] } }],
      [at('W1', 1, { A: 1 }, { kind: 'warehouse', ordersLeft: 0 })],
      null,
    ],
    ['gives all or nothing', [{ limits: { partial: false } }], [at('S1', 1, { A: 1 })], null],
  ])('a set that %s: what waits for stock is told from what waits for other rules', (_name, rules, places, blocked) => {
    const expected = blocked === null ? null : { why: blocked, locationId: 'S1' };
    expect(made(setOf(...rules), two, places)).toMatchObject({ places: [], waits: 1, blocked: expected });
  });
});
