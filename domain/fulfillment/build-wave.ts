import { type FulfillmentOrder, unitsToPick } from './fulfillment-order.ts';

/** Where the bin of a SKU is; null where nobody said. */
export type BinOf = (sku: string) => string | null;

/** Which of the orders that wait are to go into a wave. */
export interface WaveWish {
  /** How many at most. */
  readonly limit: number;
  /** Only orders of which everything lies in this zone; null for all. */
  readonly zone: string | null;
  /** Only orders that are sent this way; null for all. */
  readonly shippingMethod: string | null;
  /** Only orders that are promised by then, epoch milliseconds; null for all. */
  readonly dueBy: number | null;
}

/** The zone of a bin: what stands before its first number or sign, `B` of `B-08-1` and of `B081`; the first number where nothing does. */
export function zoneOf(bin: string): string {
  return /^\p{L}+|^\p{N}+/u.exec(bin)?.[0].toUpperCase() ?? bin;
}

/** The zone in which everything lies that is still to pick of an order; null where it lies in several, or in no bin. */
export function zoneOfOrder(order: Pick<FulfillmentOrder, 'lines'>, binOf: BinOf): string | null {
  let found: string | null = null;
  for (const line of order.lines) {
    if (unitsToPick(line) <= 0) continue;
    const bin = binOf(line.sku);
    if (bin === null) return null;
    const zone = zoneOf(bin);
    if (found !== null && found !== zone) return null;
    found = zone;
  }
  return found;
}

/** The order in which orders are taken: by priority, then by promise, then who has waited longest. */
export function compareUrgency(a: FulfillmentOrder, b: FulfillmentOrder): number {
  const [first, second] = [a.promisedAt ?? '9999', b.promisedAt ?? '9999'];
  return (
    (b.priority ?? 0) - (a.priority ?? 0) ||
    (first < second ? -1 : first > second ? 1 : 0) ||
    (a.placedAt < b.placedAt ? -1 : a.placedAt > b.placedAt ? 1 : 0) ||
    (a.orderNumber < b.orderNumber ? -1 : a.orderNumber > b.orderNumber ? 1 : 0)
  );
}

/** The orders that fit a wish, the most urgent first, all of them. The first {@link WaveWish.limit} make a wave. */
export function ordersThatFit(waiting: readonly FulfillmentOrder[], wish: WaveWish, binOf: BinOf): FulfillmentOrder[] {
  const { zone, shippingMethod, dueBy } = wish;
  return waiting
    .filter(
      (order) =>
        (shippingMethod === null || order.shippingMethod === shippingMethod) &&
        (dueBy === null || (order.promisedAt !== undefined && Date.parse(order.promisedAt) <= dueBy)) &&
        (zone === null || zoneOfOrder(order, binOf) === zone),
    )
    .sort(compareUrgency);
}

/** The wave that fits a wish: the most urgent orders, as many as it holds. */
export function buildWave(waiting: readonly FulfillmentOrder[], wish: WaveWish, binOf: BinOf): FulfillmentOrder[] {
  return ordersThatFit(waiting, wish, binOf).slice(0, wish.limit);
}
