import { describe, expect, it } from 'vitest';
import type { Destination } from '../source-order.ts';
import type { RuleCandidate } from './ask-places.ts';
import { decide } from './decide.ts';
import { explain, KEPT_OTHERS } from './explain.ts';
import { ruleSet, standardRules } from './rule-set.ts';

const at = (locationId: string, longitude: number, units: number, more: Partial<RuleCandidate> = {}): RuleCandidate => ({
  ...{ locationId, kind: 'store', position: { latitude: 0, longitude }, available: new Map([['A', units]]) },
  ...more,
});
const here: Destination = { kind: 'place', latitude: 0, longitude: 0 };
const line = { lineNo: 1, sku: 'A', quantity: 3, totalMinor: 3_000, category: null };
const keptOf = (
  places: readonly RuleCandidate[],
  rules: object[] = [],
  destination: Destination = here,
  gaveUp: readonly string[] = [],
) => {
  const set =
    rules.length === 0
      ? standardRules('USD')
      : ruleSet.parse({ currency: 'USD', rules, groups: [{ id: 'g', name: 'G', locationIds: ['S1'] }] });
  const facts = {
    ...{ kind: 'ship' as const, occasion: 'placed' as const, currency: 'USD', placedAt: '2026-03-02T11:00:00.000Z', promisedAt: null },
    ...{ priority: null, shippingMethod: null, channel: null, origin: null, lines: [line] },
  };
  return explain(decide(set, { facts, destination }, places, 0), places, { destination, lines: [line], gaveUp: new Set(gaveUp) });
};

describe('explain', () => {
  it('says who gives, how far everybody is, and why the others do not', () => {
    const places = [
      at('S1', 1, 9),
      at('S2', 2, 2),
      at('S3', 3, 0),
      at('S4', 4, 9, { ordersLeft: 0 }),
      at('S5', 5, 9, { ordersLeft: 0, isPaused: true }),
      at('S6', 6, 9, { position: null }),
      at('S7', 7, 0),
    ];
    expect(keptOf(places, [], here, ['S7'])).toEqual({
      rules: [{ ruleId: 'nearest', units: 3 }],
      chosen: [{ locationId: 'S1', metres: 111_195, lines: [{ lineNo: 1, quantity: 3 }] }],
      others: [
        { locationId: 'S2', metres: 222_390, units: 2, reason: 'not_needed' },
        { locationId: 'S6', metres: null, units: 3, reason: 'not_needed' },
      ],
      counts: { full: 1, paused: 1, gave_up: 1, no_stock: 1 },
      ...{ waits: [], costMinor: null, isExact: true, blocked: null },
    });
  });

  it('names those whom the rule did not ask behind those whom it did', () => {
    const rules = [{ id: 'r', name: 'R', places: { groupIds: ['g'] }, limits: { partial: false } }];
    expect(keptOf([at('S2', 1, 9), at('S1', 5, 2)], rules)).toMatchObject({
      chosen: [],
      others: [
        { locationId: 'S1', units: 2, reason: 'not_needed' },
        { locationId: 'S2', units: 3, reason: 'not_in_group' },
      ],
      waits: [{ lineNo: 1, quantity: 3 }],
    });
  });

  it('keeps the best and counts the rest', () => {
    const places = Array.from({ length: KEPT_OTHERS + 11 }, (_, index) => at(`S${index}`, (index * 7) % 31, 3));
    const { chosen, others, counts } = keptOf(places);
    expect(chosen).toMatchObject([{ locationId: 'S0', metres: 0 }]);
    const sorted = others.map(({ metres }) => metres ?? 0);
    expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
    expect(sorted.at(-1)).toBe(Math.round(KEPT_OTHERS * 111_195.08));
    expect(counts).toEqual({ not_needed: 10 });
  });

  it('counts of a pickup the other stores, and knows no distance', () => {
    const kept = keptOf([at('S1', 1, 9), at('S2', 2, 9)], [], { kind: 'store', storeId: 'S1' });
    expect(kept).toMatchObject({ chosen: [{ locationId: 'S1', metres: null }], others: [], counts: { other_store: 1 } });
  });
});
