import { describe, expect, it } from 'vitest';
import { fits, isInGroups, type OrderFacts } from './fits.ts';
import { ruleSet } from './rule-set.ts';

const NOW = Date.parse('2026-03-02T12:00:00.000Z');
const order: OrderFacts = {
  ...{ kind: 'ship', occasion: 'placed', currency: 'USD', placedAt: '2026-03-02T11:00:00.000Z', promisedAt: '2026-03-05T12:00:00.000Z' },
  ...{ priority: 5, shippingMethod: 'Express', channel: 'web', origin: { locationId: 'S1', kind: 'store' } },
  lines: [
    { lineNo: 1, sku: 'A', quantity: 2, totalMinor: 3_000, category: 'Shoes' },
    { lineNo: 2, sku: 'B', quantity: 1, totalMinor: 500, category: null },
  ],
};
const groups = [
  { id: 'mine', name: 'Mine', locationIds: ['S1'] },
  { id: 'depots', name: 'Depots', kinds: ['warehouse'] },
];
const setOf = (...orders: object[]) => ruleSet.parse({ currency: 'USD', groups, rules: [{ id: 'r', name: 'R', orders }] });
const fit = (filters: object[], facts: Partial<OrderFacts> = {}): boolean => {
  const set = setOf(...filters);
  return set.rules.every((rule) => fits(set, rule, { ...order, ...facts }, NOW));
};

describe('fits', () => {
  // The order filters of routing-rules.csv, and those that are ours: named, not named, and what an order says that says nothing.
  it.each<[string, object, object, Partial<OrderFacts> | null]>([
    ['parking queue', { by: 'occasion', values: ['placed', 'waits'] }, { by: 'occasion', values: ['given_up'] }, null],
    ['product category', { by: 'category', values: ['Hats', 'Shoes'] }, { by: 'category', values: ['Hats'] }, null],
    [
      'shipping method',
      { by: 'shipping_method', values: ['Express'] },
      { by: 'shipping_method', values: ['Ground'] },
      { shippingMethod: null },
    ],
    ['priority', { by: 'priority', from: 5 }, { by: 'priority', to: 4 }, null],
    ['promise days cut-off', { by: 'promise', withinDays: 3 }, { by: 'promise', withinDays: 2 }, { promisedAt: null }],
    ['sales channel', { by: 'channel', values: ['web'] }, { by: 'channel', values: ['market'] }, { channel: null }],
    ['origin facility group', { by: 'origin', groupIds: ['depots', 'mine'] }, { by: 'origin', groupIds: ['depots'] }, { origin: null }],
    ['kind', { by: 'kind', values: ['ship'] }, { by: 'kind', values: ['pickup'] }, null],
    ['value', { by: 'value', from: 3_500, to: 3_500 }, { by: 'value', to: 3_499 }, null],
    ['units', { by: 'units', from: 3, to: 3 }, { by: 'units', from: 4 }, null],
  ])('by %s, also excluded', (_name, named, other, unsaid) => {
    expect(fit([named])).toBe(true);
    expect(fit([other])).toBe(false);
    expect(fit([{ ...named, excluded: true }])).toBe(false);
    expect(fit([{ ...other, excluded: true }])).toBe(true);
    if (unsaid !== null) expect([fit([named], unsaid), fit([{ ...named, excluded: true }], unsaid)]).toEqual([false, true]);
  });

  it('needs every filter, and fits every order without any', () => {
    const [yes, no] = [
      { by: 'kind', values: ['ship'] },
      { by: 'units', from: 4 },
    ];
    expect([fit([]), fit([yes, yes]), fit([yes, no]), fit([no, yes])]).toEqual([true, true, false, false]);
  });

  it('counts an order without a priority as 0', () => {
    expect([fit([{ by: 'priority', to: 0 }], { priority: null }), fit([{ by: 'priority', from: 1 }], { priority: null })]).toEqual([
      true,
      false,
    ]);
  });

  it('compares no amount with one of another currency, excluded or not', () => {
    for (const excluded of [false, true]) expect(fit([{ by: 'value', from: 1, excluded }], { currency: 'EUR' })).toBe(false);
  });

  it('finds locations of a group by id and by kind', () => {
    const set = setOf();
    const isIn = (groupIds: string[], locationId: string, kind: string) => isInGroups(set, groupIds, { locationId, kind });
    expect([isIn(['mine'], 'S1', 'store'), isIn(['mine'], 'S2', 'store'), isIn(['depots'], 'W9', 'warehouse')]).toEqual([
      true,
      false,
      true,
    ]);
    expect([isIn([], 'S1', 'store'), isIn(['mine', 'depots'], 'W9', 'warehouse')]).toEqual([false, true]);
  });
});
