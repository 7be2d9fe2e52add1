import { type Selectable, sql } from 'kysely';
import { groupBy } from '../../domain/base/group-by.ts';
import { type FulfillmentOrder, hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import { haveLeft } from '../../domain/fulfillment/on-order.ts';
import type { OrderView } from '../../domain/orders/order-intake.ts';
import type { FreeFields } from '../../domain/orders/channel-fields.ts';
import { cancelledRefunds, type PaidLine } from '../../domain/orders/cancelled-refunds.ts';
import { orderStatus } from '../../domain/orders/order-status.ts';
import { refundsOf } from '../../domain/orders/refunds.ts';
import type { Db, OrdersTable, Tx } from '../db/database.ts';
import { readSigningKey, signPickupCode } from '../pickup/pickup-keys.ts';
import { readOffer } from './read-offer.ts';

const goesOnOrLeft = (order: FulfillmentOrder): boolean => !hasEnded(order) || haveLeft(order);

/** What is there or has left instead of what was ordered, by the line that was. */
function substitutedIn(orders: readonly FulfillmentOrder[]): Map<number, { sku: string; quantity: number }[]> {
  const found = new Map<number, { sku: string; quantity: number }[]>();
  for (const { sku, quantity, short, insteadOf } of orders.filter(goesOnOrLeft).flatMap(({ lines }) => lines)) {
    if (insteadOf === undefined || quantity === short) continue;
    const list = found.get(insteadOf.lineNo) ?? [];
    const same = list.find((one) => one.sku === sku);
    if (same === undefined) list.push({ sku, quantity: quantity - short });
    else same.quantity += quantity - short;
    found.set(insteadOf.lineNo, list);
  }
  return found;
}

/** What a channel said of an order. */
const SAID = ['channel', 'note', 'language', 'shipping_total_minor', 'shipping_tax_minor', 'payments', 'fields', 'backorder'] as const;

type Said = Pick<Selectable<OrdersTable>, (typeof SAID)[number]>;

function shippingOf({ shipping_total_minor: totalMinor, shipping_tax_minor: taxMinor }: Said): OrderView['shipping'] {
  return totalMinor === null || taxMinor === null ? null : { totalMinor, taxMinor };
}

function saidOf(order: Said) {
  const { channel, note, language, payments, fields, backorder } = order;
  const kept = { payments: payments ?? [], fields: fields ?? {}, backorder: backorder ?? ('allow' as const) };
  return { channel, note, language, shipping: shippingOf(order), ...kept };
}

interface LineRow extends PaidLine {
  readonly name: string;
  readonly fields: FreeFields | null;
}

/** Lines as they are shown, with what is there or has left instead of what was ordered. */
function viewLines(lines: readonly LineRow[], fulfillmentOrders: readonly FulfillmentOrder[]): OrderView['lines'] {
  const instead = substitutedIn(fulfillmentOrders);
  return lines.map(({ lineNo, sku, name, quantity, totalMinor, taxMinor, backordered, cancelled, fields }) => {
    const substituted = instead.get(lineNo);
    const line = { lineNo, sku, name, quantity, totalMinor, taxMinor, backordered, cancelled };
    return { ...line, ...(substituted !== undefined && { substituted }), ...(fields !== null && { fields }) };
  });
}

/** Reads orders with what stands in the stores for them; their status is derived (rule P6). Null for each that nobody knows. */
export async function readOrders(db: Db | Tx, numbers: readonly string[]): Promise<(OrderView | null)[]> {
  const orders = await db
    .selectFrom('orders')
    .select([
      ...(['id', 'number', 'placed_at', 'promised_at', 'pickup_store_id', 'pickup_code_id', 'kind', 'currency'] as const),
      ...(['customer', 'ship_to', 'receipt_number', ...SAID] as const),
    ])
    .where(sql<boolean>`number = any(${numbers}::text[])`)
    .execute();
  const ids = orders.map((order) => order.id);
  const lines = groupBy(
    await db
      .selectFrom('order_lines')
      .select([
        ...(['order_id as orderId', 'line_no as lineNo', 'sku', 'name', 'quantity', 'backordered', 'cancelled'] as const),
        ...(['total_minor as totalMinor', 'tax_minor as taxMinor', 'fields'] as const),
      ])
      .where(sql<boolean>`order_id = any(${ids}::text[])`)
      .orderBy('line_no')
      .execute(),
    ({ orderId }) => orderId,
  );
  const held = groupBy(
    await db
      .selectFrom('fulfillment_orders')
      .select(['order_id as orderId', 'body'])
      .where(sql<boolean>`order_id = any(${ids}::text[])`)
      .orderBy('id')
      .execute(),
    ({ orderId }) => orderId,
  );
  const key = orders.some(({ kind }) => kind === 'pickup') ? await readSigningKey(db) : undefined;
  const views = new Map<string, OrderView>();
  for (const order of orders) {
    const fulfillmentOrders = (held.get(order.id) ?? []).map((row) => row.body);
    const paid = lines.get(order.id) ?? [];
    const own = viewLines(paid, fulfillmentOrders);
    const status = orderStatus(own, fulfillmentOrders);
    views.set(order.number, {
      orderId: order.id,
      number: order.number,
      status,
      kind: order.kind,
      placedAt: order.placed_at.toISOString(),
      promisedAt: order.promised_at?.toISOString() ?? null,
      currency: order.currency,
      totalMinor: own.reduce((sum, line) => sum + line.totalMinor, order.shipping_total_minor ?? 0),
      customer: order.customer,
      shipTo: order.ship_to,
      lines: own,
      ...saidOf(order),
      fulfillmentOrders,
      pickupQr:
        order.kind === 'pickup' && order.pickup_code_id !== null && key !== undefined
          ? signPickupCode(key, order.pickup_code_id, order.number)
          : null,
      refunds: [...refundsOf(fulfillmentOrders), ...(order.receipt_number === null ? cancelledRefunds(paid, fulfillmentOrders) : [])],
      shippingRefund: status === 'cancelled' ? shippingOf(order) : null,
      offer: await readOffer(db, order.pickup_store_id, own),
    });
  }
  return numbers.map((number) => views.get(number) ?? null);
}

/** Reads orders by their numbers, or by their ids, which events and answers name. See {@link readOrders}. */
export async function readOrdersNamed(db: Db | Tx, names: readonly string[]): Promise<(OrderView | null)[]> {
  const byNumber = await readOrders(db, names);
  const unknown = names.filter((_, index) => byNumber[index] === null);
  if (unknown.length === 0) return byNumber;
  const rows = await db.selectFrom('orders').select(['id', 'number']).where('id', 'in', unknown).execute();
  const found =
    rows.length === 0
      ? []
      : await readOrders(
          db,
          rows.map(({ number }) => number),
        );
  const byId = new Map(rows.map(({ id }, index) => [id, found[index] ?? null]));
  return names.map((name, index) => byNumber[index] ?? byId.get(name) ?? null);
}

/** Reads one order. See {@link readOrders}. */
export async function readOrder(db: Db | Tx, number: string): Promise<OrderView | null> {
  return (await readOrders(db, [number]))[0] ?? null;
}
