import { describe, expect, it } from 'vitest';
import { orderFilter, RULE_LIMITS, ruleSet, standardRules } from './rule-set.ts';

const rule = (more: object = {}) => ({ id: 'r', name: 'Rule', ...more });
const faults = (set: unknown) => {
  const read = ruleSet.safeParse(set);
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
};
const many = <T>(count: number, of: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => of(index));

describe('a rule set', () => {
  it('needs one rule, and fills in what is not said', () => {
    expect(ruleSet.parse({ currency: 'USD', rules: [rule()] }).rules[0]).toEqual({
      ...{ id: 'r', name: 'Rule', orders: [], rank: 'distance', otherwise: 'next_rule' },
      places: { groupIds: [], excludedGroupIds: [], maxMetres: null, keepUnits: 0, keepWeeks: null, ignoreOrderLimit: false },
      limits: { maxPackages: null, splitLines: true, leastParcelMinor: null, partial: true, groupFirst: null },
    });
    expect(faults(standardRules('EUR'))).toEqual([]);
  });

  it('tells all that is wrong at once, also what does not fit together beside what has the wrong form', () => {
    const set = {
      currency: 'usd',
      groups: [
        { id: 'g', name: 'G' },
        { id: 'g', name: 'Again' },
      ],
      rules: [
        rule({ rank: 'sequence', orders: [{ by: 'origin', groupIds: ['g', 'nobody'] }] }),
        rule({ places: { groupIds: ['gone'], maxMetres: 0 }, limits: { groupFirst: 'gone' } }),
        rule({ id: 's', orders: [{ by: 'value', from: 9, to: 1 }, { by: 'moon' }] }),
      ],
      costs: { perUnitMinor: -1 },
      speed: 9,
    };
    expect(faults(set).sort()).toEqual([
      '',
      'costs.perUnitMinor',
      'currency',
      'groups.1.id',
      'rules.0.orders.0.groupIds.1',
      'rules.0.places.groupIds',
      'rules.1.id',
      'rules.1.limits.groupFirst',
      'rules.1.places.groupIds.0',
      'rules.1.places.maxMetres',
      'rules.2.orders.0',
      'rules.2.orders.1.by',
    ]);
  });

  it.each([null, 7, 'rules', [], { rules: 'all' }, { rules: [null, 4], groups: {} }])('refuses %j and does not fail over it', (set) => {
    expect(faults(set).length).toBeGreaterThan(0);
  });

  it('has upper limits', () => {
    const set = (more: object) => ({ currency: 'USD', rules: [rule()], ...more });
    const kind = { by: 'kind', values: ['ship'] };
    for (const over of [0, 1]) {
      const full = [
        set({ rules: many(RULE_LIMITS.rules + over, (index) => rule({ id: `r${index}` })) }),
        set({ groups: many(RULE_LIMITS.groups + over, (index) => ({ id: `g${index}`, name: 'G' })) }),
        set({ rules: [rule({ orders: many(RULE_LIMITS.filters + over, () => kind) })] }),
        set({ rules: [rule({ orders: [{ by: 'channel', values: many(RULE_LIMITS.values + over, (index) => `c${index}`) }] })] }),
        set({ groups: [{ id: 'g', name: 'G', locationIds: many(RULE_LIMITS.locations + over, (index) => `L${index}`) }] }),
      ];
      for (const one of full) expect(faults(one)).toHaveLength(over);
    }
  });

  it.each(['priority', 'value', 'units'])('a filter by %s has an end, and the smaller one first', (by) => {
    const isRead = (range: object) => orderFilter.safeParse({ by, ...range }).success;
    expect([{ from: 3 }, { to: 3 }, { from: 3, to: 3 }].map(isRead)).toEqual([true, true, true]);
    expect([{}, { from: 4, to: 3 }].map(isRead)).toEqual([false, false]);
  });
});
