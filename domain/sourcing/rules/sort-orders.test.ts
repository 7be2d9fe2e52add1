import { describe, expect, it } from 'vitest';
import type { OrderFacts } from './fits.ts';
import { sortOrders } from './sort-orders.ts';
import type { RuleSet } from './rule-set.ts';

const facts = (placed: number, promised: number | null, priority: number | null): OrderFacts => ({
  ...{ kind: 'ship', occasion: 'placed', currency: 'USD', shippingMethod: null, channel: null, origin: null, lines: [] },
  ...{
    placedAt: `2026-03-0${placed}T00:00:00.000Z`,
    promisedAt: promised === null ? null : `2026-03-0${promised}T00:00:00.000Z`,
    priority,
  },
});
const ORDERS = new Map([
  ['a', facts(2, null, 1)],
  ['b', facts(1, 9, null)],
  ['c', facts(3, 8, 9)],
  ['d', facts(1, 8, 0)],
]);
const sorted = (sort: RuleSet['sort']) =>
  sortOrders({ sort }, [...ORDERS], ([, one]) => one)
    .map(([name]) => name)
    .join('');

describe('sortOrders', () => {
  it.each<[RuleSet['sort'], string]>([
    [[], 'abcd'],
    [['promise'], 'cdba'],
    [['placed'], 'bdac'],
    [['priority'], 'cabd'],
    [['promise', 'placed'], 'dcba'],
    [['priority', 'promise'], 'cadb'],
  ])('by %j', (sort, expected) => {
    expect(sorted(sort)).toBe(expected);
  });
});
