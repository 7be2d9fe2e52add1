import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { unitsToPick } from '../../../domain/fulfillment/fulfillment-order.ts';
import { replacedUnits } from '../../../domain/fulfillment/substitute.ts';

/** One order's share of a stop. */
export interface StopOrder {
  readonly fulfillmentOrderId: string;
  readonly orderNumber: string;
  readonly kind: FulfillmentOrder['kind'];
  readonly lineNo: number;
  readonly quantity: number;
  readonly picked: number;
  readonly toPick: number;
  /** Whether the customer takes something else where it is missing. */
  readonly canReplace: boolean;
}

/** One place to walk to: everything that the wave needs of one SKU from its bin. */
export interface WaveStop {
  readonly sku: string;
  readonly gtin: string | null;
  readonly name: string;
  readonly bin: string | null;
  readonly quantity: number;
  readonly picked: number;
  /** Units that nobody gets from here. */
  readonly short: number;
  /** Units for which something else was picked. */
  readonly replaced: number;
  readonly toPick: number;
  readonly orders: readonly StopOrder[];
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Bins as they stand along the aisles: A2 before A10. Goods without a bin come last. */
export function compareBins(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return natural.compare(a, b);
}

/** A wave as one list in bin order, each SKU once, with the orders it is for, the oldest first. */
export function waveStops(orders: readonly FulfillmentOrder[], binOf: (sku: string) => string | null): WaveStop[] {
  const stops = new Map<string, WaveStop>();
  for (const order of inPickingOrder(orders)) {
    for (const line of order.lines) {
      const before = stops.get(line.sku);
      const replaced = replacedUnits(order, line);
      const share: StopOrder = {
        fulfillmentOrderId: order.id,
        orderNumber: order.orderNumber,
        kind: order.kind,
        lineNo: line.lineNo,
        quantity: line.quantity - replaced,
        picked: line.picked,
        toPick: unitsToPick(line),
        canReplace: line.substitutes !== undefined,
      };
      stops.set(line.sku, {
        sku: line.sku,
        gtin: before?.gtin ?? line.gtin,
        name: before?.name ?? line.name,
        bin: before === undefined ? binOf(line.sku) : before.bin,
        quantity: (before?.quantity ?? 0) + share.quantity,
        picked: (before?.picked ?? 0) + line.picked,
        short: (before?.short ?? 0) + line.short - replaced,
        replaced: (before?.replaced ?? 0) + replaced,
        toPick: (before?.toPick ?? 0) + share.toPick,
        orders: [...(before?.orders ?? []), share],
      });
    }
  }
  return [...stops.values()].sort((a, b) => compareBins(a.bin, b.bin) || natural.compare(a.name, b.name) || (a.sku < b.sku ? -1 : 1));
}

/** The order in which goods are given to orders: who waited longest comes first. */
export function inPickingOrder(orders: readonly FulfillmentOrder[]): FulfillmentOrder[] {
  return [...orders].sort((a, b) =>
    a.placedAt < b.placedAt ? -1 : a.placedAt > b.placedAt ? 1 : natural.compare(a.orderNumber, b.orderNumber),
  );
}

export interface WaveProgress {
  readonly quantity: number;
  readonly picked: number;
  readonly short: number;
  readonly toPick: number;
}

/** How far a wave is, in units. */
export function waveProgress(stops: readonly WaveStop[]): WaveProgress {
  const sum = (read: (stop: WaveStop) => number) => stops.reduce((total, stop) => total + read(stop), 0);
  return {
    quantity: sum((stop) => stop.quantity),
    picked: sum((stop) => stop.picked),
    short: sum((stop) => stop.short),
    toPick: sum((stop) => stop.toPick),
  };
}
