import type { FulfillmentLine, FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { Destination } from '../../domain/sourcing/source-order.ts';

/** What a fulfillment order takes over from its online order. */
export type OrderHead = Pick<
  FulfillmentOrder,
  | 'orderId'
  | 'orderNumber'
  | 'kind'
  | 'customer'
  | 'shipTo'
  | 'pickupCodeHash'
  | 'pickupCodeId'
  | 'placedAt'
  | 'promisedAt'
  | 'priority'
  | 'shippingMethod'
  | 'giftMessage'
  | 'currency'
>;

/** Units of an order line that need a location. The amounts are exactly those of these units (rules M1, J9). */
export type JobLine = Pick<
  FulfillmentLine,
  'lineNo' | 'sku' | 'gtin' | 'name' | 'quantity' | 'unitPrice' | 'totalMinor' | 'taxMinor' | 'substitutes'
>;

/** What is to be sourced of one order. */
export interface SourcingJob {
  readonly order: OrderHead;
  readonly destination: Destination;
  readonly lines: readonly JobLine[];
  /** Whether no location has anything of the order yet. */
  readonly isNew: boolean;
  /** What happens to units that nobody gives; left out where they wait. */
  readonly backorder?: OrderIntake['backorder'];
  /** Locations that gave a line up and are not asked for it again. */
  readonly excluded: readonly { readonly lineNo: number; readonly locationId: string }[];
}

/** Units that no location could be found for. */
export interface Leftover {
  readonly orderId: string;
  readonly lineNo: number;
  readonly quantity: number;
}

/** The columns of `orders` that sourcing asks for. */
export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly kind: 'pickup' | 'ship';
  readonly customer: unknown;
  readonly ship_to: unknown;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly pickup_store_id: string | null;
  readonly pickup_code_hash: string | null;
  readonly pickup_code_id: string | null;
  readonly currency: string;
  readonly placed_at: Date;
  readonly promised_at: Date | null;
  readonly priority: number | null;
  readonly shipping_method: string | null;
  readonly gift_message: string | null;
}

/** The columns of {@link OrderRow}, for a select. */
export const ORDER_COLUMNS = [
  'id',
  'number',
  'kind',
  'customer',
  'ship_to',
  'latitude',
  'longitude',
  'pickup_store_id',
  'pickup_code_hash',
  'pickup_code_id',
  'currency',
  'placed_at',
  'promised_at',
  'priority',
  'shipping_method',
  'gift_message',
] as const;

/** Reads what every fulfillment order of an order carries. */
export function headOf(row: OrderRow): OrderHead {
  return {
    orderId: row.id,
    orderNumber: row.number,
    kind: row.kind,
    customer: row.customer as OrderHead['customer'],
    shipTo: row.ship_to as OrderHead['shipTo'],
    pickupCodeHash: row.pickup_code_hash,
    ...(row.kind === 'pickup' && row.pickup_code_id !== null && { pickupCodeId: row.pickup_code_id }),
    placedAt: row.placed_at.toISOString(),
    ...(row.promised_at !== null && { promisedAt: row.promised_at.toISOString() }),
    ...(row.priority !== null && { priority: row.priority }),
    ...(row.shipping_method !== null && { shippingMethod: row.shipping_method }),
    ...(row.gift_message !== null && { giftMessage: row.gift_message }),
    currency: row.currency,
  };
}

/** Where the goods of an order go. */
export function destinationOf(row: Pick<OrderRow, 'number' | 'pickup_store_id' | 'latitude' | 'longitude'>): Destination {
  if (row.pickup_store_id !== null) return { kind: 'store', storeId: row.pickup_store_id };
  if (row.latitude === null || row.longitude === null) return { kind: 'unknown', key: row.number };
  return { kind: 'place', latitude: row.latitude, longitude: row.longitude };
}
