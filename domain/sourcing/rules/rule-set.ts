import { z } from 'zod';
import { entityId } from '../../base/envelope.ts';
import { currency } from '../../base/money.ts';
import { text } from '../../base/text.ts';
import { orderPriority, shippingMethod } from '../../fulfillment/fulfillment-order.ts';

/** Upper limits: a decision looks at all of it for each order. */
export const RULE_LIMITS = { rules: 50, groups: 50, filters: 20, values: 100, locations: 5_000 } as const;

/** No amount of a rule is larger: a million, in a currency with two decimals. */
const MOST_MINOR = 100_000_000;
const minor = z.number().int().min(0).max(MOST_MINOR);
const units = z.number().int().min(0).max(1_000_000);
const name = text.trim().min(1).max(80);
const values = (one: z.ZodType<string>) => z.array(one).min(1).max(RULE_LIMITS.values);
const ids = z.array(entityId).max(RULE_LIMITS.locations);
const groupIds = z.array(entityId).max(RULE_LIMITS.groups);

/** Why goods are looked for: an order came, a location gave it up, it waits for stock, or its customer chose another way. */
export const OCCASIONS = ['placed', 'given_up', 'waits', 'changed'] as const;

const isRange = ({ from, to }: { from?: number | undefined; to?: number | undefined }) =>
  (from !== undefined || to !== undefined) && (from ?? 0) <= (to ?? Number.MAX_SAFE_INTEGER);
const RANGE = 'Send `from`, `to` or both, the smaller first.';
/** The filter holds for all orders but those that it names. */
const excluded = z.boolean().default(false);

/** Which orders a rule is for: each filter has to hold. What nobody said of an order is in no filter. */
export const orderFilter = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('occasion'), values: z.array(z.enum(OCCASIONS)).min(1).max(OCCASIONS.length), excluded }),
  z.strictObject({ by: z.literal('kind'), values: z.array(z.enum(['pickup', 'ship'])).length(1), excluded }),
  z.strictObject({ by: z.literal('category'), values: values(text.min(1).max(200)), excluded }),
  z.strictObject({ by: z.literal('shipping_method'), values: values(shippingMethod), excluded }),
  z.strictObject({ by: z.literal('channel'), values: values(text.min(1).max(64)), excluded }),
  z.strictObject({ by: z.literal('origin'), groupIds: groupIds.min(1), excluded }),
  z
    .strictObject({ by: z.literal('priority'), from: orderPriority.optional(), to: orderPriority.optional(), excluded })
    .refine(isRange, RANGE),
  z.strictObject({ by: z.literal('promise'), withinDays: z.number().int().min(0).max(365), excluded }),
  z.strictObject({ by: z.literal('value'), from: minor.optional(), to: minor.optional(), excluded }).refine(isRange, RANGE),
  z.strictObject({ by: z.literal('units'), from: units.optional(), to: units.optional(), excluded }).refine(isRange, RANGE),
]);

/** Which locations a rule asks, and for how much of what they have. */
export const placeFilter = z.strictObject({
  /** Groups of which a location is in one; none for all locations. */
  groupIds: groupIds.default([]),
  /** Groups whose locations are not asked. */
  excludedGroupIds: groupIds.default([]),
  /** No farther from the customer; null for any distance. */
  maxMetres: z.number().int().min(1).max(25_000_000).nullable().default(null),
  /** Units of each SKU that stay, beside the safety stock. */
  keepUnits: units.default(0),
  /** What it sells of a SKU in so many weeks stays; null where that does not count. */
  keepWeeks: z.number().min(0.1).max(52).nullable().default(null),
  /** Asks locations that have all the orders of their limit. A paused one is never asked. */
  ignoreOrderLimit: z.boolean().default(false),
});

/** What limits a plan of the rule. */
export const planLimits = z.strictObject({
  /** Null for as many as it takes. */
  maxPackages: z.number().int().min(1).max(20).nullable().default(null),
  /** Whether a line may come from several locations. */
  splitLines: z.boolean().default(true),
  /** The least that the goods of a parcel were paid with where an order is split; null where anything goes. */
  leastParcelMinor: minor.nullable().default(null),
  /** Whether the rule gives a part of an order where it cannot give all. */
  partial: z.boolean().default(true),
  /** The group that gives alone where it can give everything, a warehouse say; null where there is none. */
  groupFirst: entityId.nullable().default(null),
});

/** What comes first: the nearest, the cheapest, the largest stock, or the order in which the groups of the rule name locations. */
export const RANKS = ['distance', 'cost', 'stock', 'sequence'] as const;

export const sourcingRule = z.strictObject({
  id: entityId,
  name,
  orders: z.array(orderFilter).max(RULE_LIMITS.filters).default([]),
  places: placeFilter.prefault({}),
  rank: z.enum(RANKS).default('distance'),
  limits: planLimits.prefault({}),
  /** What becomes of units that the rule gives nobody: the next rule that fits decides, or they wait. */
  otherwise: z.enum(['next_rule', 'wait']).default('next_rule'),
});

/** Locations that rules name together: by id, by what they are, or both. */
export const locationGroup = z.strictObject({
  id: entityId,
  name,
  locationIds: ids.default([]),
  kinds: z
    .array(z.enum(['store', 'warehouse']))
    .max(2)
    .default([]),
  /** What a package costs here to pick and pack, instead of what the costs say. */
  handlingMinor: minor.nullable().default(null),
});

/** What a decision costs, in minor units of `currency`. */
export const sourcingCosts = z.strictObject({
  /** To pick and pack a package. */
  handlingMinor: minor.default(0),
  /** Freight of a parcel, before its distance and its units. */
  packageMinor: minor.default(0),
  /** Freight in thousandths of a minor unit for each kilometre. */
  perKmThousandths: z.number().int().min(0).max(10_000_000).default(0),
  perUnitMinor: minor.default(0),
  /** What a unit costs that nobody gives. */
  unfilledMinor: minor.default(1_000_000),
});

/** Orders of one batch that want the same goods are decided in this order; the later name counts where the earlier is equal. */
export const ORDER_SORTS = ['promise', 'priority', 'placed'] as const;

interface Named {
  readonly path: readonly (string | number)[];
  readonly id: unknown;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const field = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined);

/** Every place at which a rule names a group. */
function groupsNamed(rules: unknown): Named[] {
  return listOf(rules).flatMap((rule, at): Named[] => {
    const [orders, places, limits] = [field(rule, 'orders'), field(rule, 'places'), field(rule, 'limits')];
    const all = (value: unknown, ...path: (string | number)[]) =>
      listOf(value).map((id, index): Named => ({ path: ['rules', at, ...path, index], id }));
    return [
      ...listOf(orders).flatMap((filter, index) => all(field(filter, 'groupIds'), 'orders', index, 'groupIds')),
      ...all(field(places, 'groupIds'), 'places', 'groupIds'),
      ...all(field(places, 'excludedGroupIds'), 'places', 'excludedGroupIds'),
      { path: ['rules', at, 'limits', 'groupFirst'], id: field(limits, 'groupFirst') ?? null },
    ];
  });
}

const twice = (list: unknown, path: string): Named[] =>
  listOf(list).flatMap((one, at) => {
    const id = field(one, 'id');
    const first = listOf(list).findIndex((other) => field(other, 'id') === id);
    return typeof id === 'string' && first < at ? [{ path: [path, at, 'id'], id }] : [];
  });

/** What does not fit together in rules, also in those that have other faults: all is told at once. */
function crossFaults(set: unknown): { readonly path: (string | number)[]; readonly message: string }[] {
  const groups = listOf(field(set, 'groups'));
  const known = new Set(groups.map((group) => field(group, 'id')));
  const [rules, unknown] = [field(set, 'rules'), 'Name a group that is in `groups`.'];
  return [
    ...[...twice(groups, 'groups'), ...twice(rules, 'rules')].map(({ path }) => ({
      path: [...path],
      message: 'Give each an id of its own.',
    })),
    ...groupsNamed(rules)
      .filter(({ id }) => typeof id === 'string' && !known.has(id))
      .map(({ path }) => ({ path: [...path], message: unknown })),
    ...listOf(rules).flatMap((rule, at) =>
      field(rule, 'rank') === 'sequence' && listOf(field(field(rule, 'places'), 'groupIds')).length === 0
        ? [{ path: ['rules', at, 'places', 'groupIds'], message: 'Name the groups whose order counts, or rank by something else.' }]
        : [],
    ),
  ];
}

/** The rules by which the pool decides who gives what: the first that fits decides. */
export const ruleSet = z
  .strictObject({
    /** In which the amounts of the rules are. A filter by value fits no order in another currency. */
    currency,
    groups: z.array(locationGroup).max(RULE_LIMITS.groups).default([]),
    rules: z.array(sourcingRule).min(1).max(RULE_LIMITS.rules),
    costs: sourcingCosts.prefault({}),
    sort: z.array(z.enum(ORDER_SORTS)).max(ORDER_SORTS.length).default([]),
  })
  .check({
    _zod: {
      // Also beside other faults: without `when`, zod would look only at what is right so far.
      def: { check: 'custom', when: () => true },
      onattach: [],
      check({ value, issues }) {
        for (const { path, message } of crossFaults(value)) issues.push({ code: 'custom', path, message, input: value });
      },
    },
  });

export type RuleSet = z.infer<typeof ruleSet>;
export type SourcingRule = z.infer<typeof sourcingRule>;
export type OrderFilter = z.infer<typeof orderFilter>;
export type Occasion = (typeof OCCASIONS)[number];

/** As the pool decides where nobody has made rules live: the nearest location that has everything, else as few as possible. */
export function standardRules(ofCurrency: string): RuleSet {
  return ruleSet.parse({ currency: ofCurrency, rules: [{ id: 'nearest', name: 'Nearest, else fewest', otherwise: 'wait' }] });
}
