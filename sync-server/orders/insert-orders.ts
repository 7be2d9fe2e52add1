import { sql } from 'kysely';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { channelFields } from '../../domain/orders/channel-fields.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { ensurePickupKey } from '../pickup/pickup-keys.ts';
import type { CheckedOrder } from './check-orders.ts';

type Fulfillment = OrderIntake['fulfillment'];

/** What is written of an order itself. Its parcel may wait for an address that a till still has to send. */
export interface OrderedBy
  extends Pick<
    OrderIntake,
    | 'number'
    | 'placedAt'
    | 'promisedAt'
    | 'priority'
    | 'shippingMethod'
    | 'giftMessage'
    | 'currency'
    | 'customer'
    | keyof typeof channelFields
  > {
  readonly fulfillment:
    | Pick<Extract<Fulfillment, { kind: 'pickup' }>, 'kind' | 'storeId'>
    | (Pick<Extract<Fulfillment, { kind: 'ship' }>, 'kind' | 'position'> & Pick<FulfillmentOrder, 'shipTo'>);
}

/** The sale of an order. */
export interface OfSale {
  readonly receiptNumber: string;
  readonly customerId: string;
  /** Whether the name or the address is still on its way from the till. */
  readonly awaitsCustomer: boolean;
}

/** An order that has been checked and is about to be written. */
export interface NewOrder extends CheckedOrder {
  readonly orderId: string;
  readonly idempotencyKey: string;
  readonly contentHash: string;
  readonly order: OrderedBy;
  /** The sale that ordered it; left out where a web shop did. */
  readonly ofSale?: OfSale;
}

/** Another transaction committed an order with the same key or number between our look and our write. */
class OvertakenError extends Error {
  /** That of a serialization failure, so that the transaction is run again and then sees the other order. */
  readonly code = '40001';
}

function rowOf({ orderId, idempotencyKey, contentHash, order, pickupCodeHash, ofSale }: NewOrder) {
  const { fulfillment } = order;
  const ship = fulfillment.kind === 'ship' ? fulfillment : null;
  return {
    id: orderId,
    number: order.number,
    idempotency_key: idempotencyKey,
    content_hash: contentHash,
    kind: fulfillment.kind,
    customer: order.customer,
    ship_to: ship?.shipTo ?? null,
    latitude: ship?.position?.latitude ?? null,
    longitude: ship?.position?.longitude ?? null,
    pickup_store_id: fulfillment.kind === 'pickup' ? fulfillment.storeId : null,
    pickup_code_hash: pickupCodeHash,
    pickup_code_id: fulfillment.kind === 'pickup' ? orderId : null,
    currency: order.currency,
    placed_at: order.placedAt,
    promised_at: order.promisedAt ?? null,
    priority: order.priority ?? null,
    shipping_method: order.shippingMethod ?? null,
    gift_message: order.giftMessage ?? null,
    channel: order.channel ?? null,
    note: order.note ?? null,
    language: order.language ?? null,
    shipping_total_minor: order.shipping?.totalMinor ?? null,
    shipping_tax_minor: order.shipping?.taxMinor ?? null,
    payments: order.payments ?? null,
    fields: order.fields ?? null,
    backorder: order.backorder === undefined || order.backorder === 'allow' ? null : order.backorder,
    receipt_number: ofSale?.receiptNumber ?? null,
    customer_id: ofSale?.customerId ?? null,
    awaits_customer: ofSale?.awaitsCustomer ?? false,
  };
}

/**
 * Writes orders and their lines, nothing of them sourced yet. The first pickup of all has the key made that signs its code.
 * @throws an error with code 40001 to run again.
 */
export async function insertOrders(tx: Tx, orders: readonly NewOrder[], changeItems: ChangeItem[]): Promise<void> {
  if (orders.length === 0) return;
  if (orders.some(({ order }) => order.fulfillment.kind === 'pickup')) await ensurePickupKey(tx, changeItems);
  const { rows } = await sql<{ id: string }>`
    insert into orders (id, number, idempotency_key, content_hash, kind, customer, ship_to, latitude, longitude,
      pickup_store_id, pickup_code_hash, pickup_code_id, currency, placed_at, promised_at, priority, shipping_method, gift_message,
      channel, note, language, shipping_total_minor, shipping_tax_minor, payments, fields, backorder,
      receipt_number, customer_id, awaits_customer)
    select id, number, idempotency_key, content_hash, kind, customer, nullif(ship_to, 'null'), latitude, longitude,
      pickup_store_id, pickup_code_hash, pickup_code_id, currency, placed_at, promised_at, priority, shipping_method, gift_message,
      channel, note, language, shipping_total_minor, shipping_tax_minor, nullif(payments, 'null'), nullif(fields, 'null'),
      backorder, receipt_number, customer_id, awaits_customer
    from jsonb_to_recordset(${JSON.stringify(orders.map(rowOf))}::jsonb) as r(
      id text, number text, idempotency_key text, content_hash text, kind text, customer jsonb, ship_to jsonb,
      latitude float8, longitude float8, pickup_store_id text, pickup_code_hash text, pickup_code_id text, currency text,
      placed_at timestamptz, promised_at timestamptz,
      priority int, shipping_method text, gift_message text, channel text, note text, language text, shipping_total_minor bigint,
      shipping_tax_minor bigint, payments jsonb, fields jsonb, backorder text, receipt_number text, customer_id text,
      awaits_customer boolean)
    order by number
    on conflict do nothing
    returning id`.execute(tx);
  if (rows.length < orders.length) throw new OvertakenError('Another order has the same key or number.');
  const lines = orders.flatMap(({ orderId, lines: own, lineFields }) =>
    own.map((line) => ({ orderId, ...line, fields: lineFields?.get(line.lineNo) })),
  );
  await sql`
    insert into order_lines (order_id, line_no, sku, name, gtin, quantity, unit_price, total_minor, tax_minor, substitutes, fields)
    select "orderId", "lineNo", sku, name, gtin, quantity, "unitPrice", "totalMinor", "taxMinor", substitutes, fields
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(
      "orderId" text, "lineNo" int, sku text, name text, gtin text, quantity int, "unitPrice" bigint, "totalMinor" bigint,
        "taxMinor" bigint, substitutes jsonb, fields jsonb)`.execute(tx);
}
