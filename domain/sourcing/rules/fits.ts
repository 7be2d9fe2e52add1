import type { Occasion, OrderFilter, RuleSet, SourcingRule } from './rule-set.ts';

/** A line that goods are looked for. */
export interface LineFacts {
  readonly lineNo: number;
  readonly sku: string;
  readonly quantity: number;
  /** What these units were paid with, in minor units, tax included. */
  readonly totalMinor: number;
  /** Null where the catalog has none. */
  readonly category: string | null;
}

/** What rules ask of an order, and of what is looked for of it. Null stands for what nobody said. */
export interface OrderFacts {
  readonly kind: 'pickup' | 'ship';
  readonly occasion: Occasion;
  readonly currency: string;
  readonly placedAt: string;
  readonly promisedAt: string | null;
  readonly priority: number | null;
  readonly shippingMethod: string | null;
  readonly channel: string | null;
  /** The store whose till sold it. */
  readonly origin: { readonly locationId: string; readonly kind: string } | null;
  readonly lines: readonly LineFacts[];
}

/** Whether a location is in one of these groups. */
export function isInGroups({ groups }: RuleSet, groupIds: readonly string[], location: { locationId: string; kind: string }): boolean {
  return groups.some(
    ({ id, locationIds, kinds }) =>
      groupIds.includes(id) && (kinds.some((kind) => kind === location.kind) || locationIds.includes(location.locationId)),
  );
}

const DAY_MS = 86_400_000;

const isWithin = (value: number, { from, to }: { from?: number | undefined; to?: number | undefined }): boolean =>
  (from === undefined || value >= from) && (to === undefined || value <= to);
const sum = (lines: readonly LineFacts[], of: (line: LineFacts) => number): number => lines.reduce((total, line) => total + of(line), 0);
const among = (values: readonly string[], value: string | null): boolean | null => (value === null ? null : values.includes(value));

/** Whether an order is named by a filter; null where it says nothing of what the filter asks. */
function isNamed(set: RuleSet, filter: OrderFilter, order: OrderFacts, now: number): boolean | null {
  switch (filter.by) {
    case 'occasion':
      return among(filter.values, order.occasion);
    case 'kind':
      return among(filter.values, order.kind);
    case 'shipping_method':
      return among(filter.values, order.shippingMethod);
    case 'channel':
      return among(filter.values, order.channel);
    case 'category':
      return order.lines.some(({ category }) => category !== null && filter.values.includes(category));
    case 'origin':
      return order.origin === null ? null : isInGroups(set, filter.groupIds, order.origin);
    case 'priority':
      return isWithin(order.priority ?? 0, filter);
    case 'promise':
      return order.promisedAt === null ? null : Date.parse(order.promisedAt) <= now + filter.withinDays * DAY_MS;
    case 'units':
      return isWithin(
        sum(order.lines, ({ quantity }) => quantity),
        filter,
      ); // prettier-ignore
    case 'value':
      return order.currency === set.currency
        ? isWithin(
            sum(order.lines, ({ totalMinor }) => totalMinor),
            filter,
          )
        : null; // prettier-ignore
  }
}

/**
 * Whether a rule is for an order: each of its filters holds. An order that says nothing of what a filter asks is not named by it, so a
 * filter that excludes lets it through; but no filter by value fits an order in another currency, since nobody can compare them.
 * @param now epoch milliseconds.
 */
export function fits(set: RuleSet, rule: SourcingRule, order: OrderFacts, now: number): boolean {
  return rule.orders.every((filter) => {
    const named = isNamed(set, filter, order, now);
    if (named === null) return filter.excluded && filter.by !== 'value';
    return named !== filter.excluded;
  });
}
