import type { OrderFacts } from './fits.ts';
import type { RuleSet } from './rule-set.ts';

/** The smaller key comes first: what is due first, what has the higher priority, what has waited longest. */
const KEYS: Readonly<Record<RuleSet['sort'][number], (facts: OrderFacts) => number>> = {
  promise: ({ promisedAt }) => (promisedAt === null ? Number.POSITIVE_INFINITY : Date.parse(promisedAt)),
  priority: ({ priority }) => -(priority ?? 0),
  placed: ({ placedAt }) => Date.parse(placedAt),
};

/** The orders of a batch as the rules decide them, one after the other; as they came where the rules say nothing. */
export function sortOrders<T>({ sort }: Pick<RuleSet, 'sort'>, orders: readonly T[], factsOf: (one: T) => OrderFacts): readonly T[] {
  if (sort.length === 0) return orders;
  const keyed = orders.map((one) => ({ one, keys: sort.map((by) => KEYS[by](factsOf(one))) }));
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((key, index) => key !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
  };
  return keyed.sort((a, b) => compare(a.keys, b.keys)).map(({ one }) => one);
}
