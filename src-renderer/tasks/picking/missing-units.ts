import { type FulfillmentOrder, hasEnded, unitsToPick } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { StopOrder, WaveStop } from './wave-list.ts';

/** Units of a stop that are missing, parted among its orders: whoever was to get them last goes without first. */
export function partMissing(orders: readonly StopOrder[], missing: number): { readonly order: StopOrder; readonly units: number }[] {
  let left = missing;
  const parts: { order: StopOrder; units: number }[] = [];
  for (const order of [...orders].reverse()) {
    const units = Math.min(left, order.toPick);
    if (units <= 0) continue;
    parts.push({ order, units });
    left -= units;
  }
  return parts;
}

/** Missing units of a stop: those whose customers take something else, order by order, and how many of the others there are. */
export function offerSubstitutes(
  stop: WaveStop,
  missing: number,
): { readonly offered: { readonly order: StopOrder; readonly units: number }[]; readonly rest: WaveStop; readonly restUnits: number } {
  const parts = partMissing(stop.orders, missing);
  const others = parts.filter(({ order }) => !order.canReplace);
  return {
    offered: parts.filter(({ order }) => order.canReplace),
    rest: { ...stop, orders: others.map(({ order }) => order) },
    restUnits: others.reduce((sum, { units }) => sum + units, 0),
  };
}

/** The open orders beside these that still want an article, each with its units. @param except ids of orders that are left out. */
export function othersWanting(
  orders: Iterable<FulfillmentOrder>,
  sku: string,
  except: ReadonlySet<string>,
): { readonly orderNumber: string; readonly units: number }[] {
  const others: { orderNumber: string; units: number }[] = [];
  for (const order of orders) {
    if (hasEnded(order) || except.has(order.id)) continue;
    const units = order.lines.filter((line) => line.sku === sku).reduce((sum, line) => sum + Math.max(0, unitsToPick(line)), 0);
    if (units > 0) others.push({ orderNumber: order.orderNumber, units });
  }
  return others;
}
