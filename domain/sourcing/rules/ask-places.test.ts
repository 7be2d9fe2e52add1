import { describe, expect, it } from 'vitest';
import type { Destination } from '../source-order.ts';
import { asksEverybody, askPlaces, type RuleCandidate } from './ask-places.ts';
import { ruleSet, standardRules } from './rule-set.ts';

/** On the equator a degree of longitude is 111,195 m. */
const at = (locationId: string, longitude: number, units: number, more: Partial<RuleCandidate> = {}): RuleCandidate => ({
  ...{ locationId, kind: 'store', position: { latitude: 0, longitude }, available: new Map([['A', units]]) },
  ...more,
});
const groups = [
  { id: 'near', name: 'Near', locationIds: ['S1', 'S2'] },
  { id: 'depots', name: 'Depots', kinds: ['warehouse'] },
];
const here: Destination = { kind: 'place', latitude: 0, longitude: 0 };
const CANDIDATES = [
  at('S1', 1, 9, { soldAWeek: new Map([['A', 3]]) }),
  at('S2', 2, 2),
  at('S3', 3, 9, { ordersLeft: 0 }),
  at('S4', 4, 9, { ordersLeft: 0, isPaused: true }),
  at('S5', 5, 0),
  at('S6', 6, 9, { position: null }),
  at('W1', 7, 9, { kind: 'warehouse', ordersLeft: 3 }),
];

function ask(places: object, destination: Destination = here) {
  const set = ruleSet.parse({ currency: 'USD', groups, rules: [{ id: 'r', name: 'R', places }] });
  const [rule] = set.rules;
  if (rule === undefined) throw new Error('There is a rule.');
  const { asked, refused } = askPlaces(set, rule, { candidates: CANDIDATES, destination, skus: ['A'] });
  return { asked: asked.map(({ locationId, available }) => `${locationId} ${available.get('A')}`), refused: Object.fromEntries(refused) };
}

describe('askPlaces', () => {
  const ALWAYS = { S3: 'full', S4: 'paused' };
  // The node filters of routing-rules.csv; a group also excluded.
  it.each<[string, object, string[], Record<string, string>]>([
    ['no filter', {}, ['S1 9', 'S2 2', 'S6 9', 'W1 9'], ALWAYS],
    ['group', { groupIds: ['near'] }, ['S1 9', 'S2 2'], { S3: 'not_in_group', S4: 'not_in_group', S6: 'not_in_group', W1: 'not_in_group' }],
    [
      'two groups',
      { groupIds: ['near', 'depots'] },
      ['S1 9', 'S2 2', 'W1 9'],
      { S3: 'not_in_group', S4: 'not_in_group', S6: 'not_in_group' },
    ],
    ['excluded group', { excludedGroupIds: ['near'] }, ['S6 9', 'W1 9'], { S1: 'excluded_group', S2: 'excluded_group', ...ALWAYS }],
    ['distance', { maxMetres: 222_391 }, ['S1 9', 'S2 2'], { S3: 'too_far', S4: 'too_far', S6: 'too_far', W1: 'too_far' }],
    ['safety stock of the rule', { keepUnits: 2 }, ['S1 7', 'S6 7', 'W1 7'], { S2: 'kept_back', ...ALWAYS }],
    ['weeks of supply', { keepWeeks: 2.5 }, ['S1 1', 'S2 2', 'S6 9', 'W1 9'], ALWAYS],
    ['both', { keepWeeks: 2.5, keepUnits: 1 }, ['S2 1', 'S6 8', 'W1 8'], { S1: 'kept_back', ...ALWAYS }],
    ['order limit ignored', { ignoreOrderLimit: true }, ['S1 9', 'S2 2', 'S3 9', 'S6 9', 'W1 9'], { S4: 'paused' }],
  ])('by %s', (_name, places, asked, refused) => {
    expect(ask(places)).toEqual({ asked, refused });
  });

  it('asks of a pickup its store alone, full or far, but not one that the rule excludes', () => {
    const fetched = (storeId: string, places: object) => ask(places, { kind: 'store', storeId });
    expect(fetched('S4', { maxMetres: 1 })).toEqual({ asked: ['S4 9'], refused: {} });
    expect(fetched('S1', { excludedGroupIds: ['near'] })).toEqual({ asked: [], refused: { S1: 'excluded_group' } });
    expect(fetched('S5', {})).toEqual({ asked: [], refused: {} });
  });

  it('finds nobody too far where the place is not known', () => {
    expect(ask({ maxMetres: 1 }, { kind: 'unknown', key: 'W-1' }).asked).toHaveLength(4);
  });

  it('tells a location whose limit is ignored from one that has orders left', () => {
    const left = (places: object) => {
      const set = ruleSet.parse({ currency: 'USD', groups, rules: [{ id: 'r', name: 'R', places }] });
      return set.rules.flatMap((rule) => askPlaces(set, rule, { candidates: CANDIDATES, destination: here, skus: ['A'] }).asked);
    };
    expect(left({ keepUnits: 1 }).find(({ locationId }) => locationId === 'W1')?.ordersLeft).toBe(3);
    expect(left({ ignoreOrderLimit: true }).every(({ ordersLeft }) => ordersLeft === undefined)).toBe(true);
  });
});

describe('asksEverybody', () => {
  it('is true only where no filter stands', () => {
    const of = (places: object) =>
      ruleSet.parse({ currency: 'USD', groups, rules: [{ id: 'r', name: 'R', places }] }).rules.map(asksEverybody);
    expect(standardRules('USD').rules.map(asksEverybody)).toEqual([true]);
    const filters = [{ groupIds: ['near'] }, { excludedGroupIds: ['near'] }, { maxMetres: 1 }, { keepUnits: 1 }, { keepWeeks: 1 }];
    for (const places of [...filters, { ignoreOrderLimit: true }]) expect(of(places)).toEqual([false]);
  });
});
