import { importFaultOf } from '../../domain/office/import-fault.ts';
import { accept } from '../../domain/base/result.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { orderShipped } from '../../domain/fulfillment/operations.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { linesHere } from '../../domain/fulfillment/departure.ts';
import { type FulfillmentOrder, hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import { type ReturnChoice, returnableOfOrder, returnGoods, unitsReturnable } from '../../domain/returns/return-goods.ts';
import type { Db } from '../db/database.ts';
import type { JournalWriter } from '../journal/journal-writer.ts';
import { sendJournals } from '../journal/send-journals.ts';
import { openImportRegisters } from './import-registers.ts';
import type { Invoice } from './invoice-groups.ts';
import type { RefusedRow } from './refused-rows.ts';
import type { EarlierLine, MatchedLine, MatchedReturn } from './return-matcher.ts';

/** A UUIDv7 that the same return at the same place always gets, so that importing it again changes nothing. */
export function idOfReturn(text: string, at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const chance = createHash('sha256').update(text).digest('hex');
  const variant = ((parseInt(chance.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(4, 7)}-${chance.slice(7, 19)}`;
}

/** What of a return belongs to one order at one place. */
interface Part {
  readonly id: string;
  readonly at: Date;
  readonly orderNumber: string;
  readonly locationId: string;
  readonly lines: readonly (MatchedLine & { readonly fulfillmentOrderId: string })[];
}

/** Finds for each unit the fulfillment order that has it. What no store has, because it was backordered, cannot come back. */
function partsOf(
  matched: MatchedReturn,
  orders: ReadonlyMap<string, FulfillmentOrder[]>,
  room: Map<string, number>,
): { parts: Part[]; refused: RefusedRow[] } {
  const parts = new Map<string, Part & { readonly lines: (MatchedLine & { readonly fulfillmentOrderId: string })[] }>();
  const refused: RefusedRow[] = [];
  for (const line of matched.lines) {
    let open = line.quantity;
    for (const order of orders.get(line.orderNumber) ?? []) {
      const held = order.lines.find((one) => one.lineNo === line.lineNo);
      if (held === undefined || order.state.status === 'rejected' || order.state.status === 'cancelled') continue;
      const key = `${order.id}\n${line.lineNo}`;
      const left = room.get(key) ?? held.quantity - held.short - held.returned;
      const quantity = Math.min(open, left);
      if (quantity <= 0) continue;
      room.set(key, left - quantity);
      open -= quantity;
      const name = `${matched.number}\n${line.orderNumber}\n${order.locationId}`;
      const at = new Date(matched.at);
      const part = parts.get(name) ?? {
        id: idOfReturn(name, at),
        at,
        orderNumber: line.orderNumber,
        locationId: order.locationId,
        lines: [],
      };
      part.lines.push({ ...line, quantity, fulfillmentOrderId: order.id });
      parts.set(name, part);
    }
    if (open > 0)
      refused.push({
        line: line.line,
        text: line.text,
        ...importFaultOf('Quantity', 'not_delivered', { order: line.orderNumber }),
      });
  }
  return { parts: [...parts.values()], refused };
}

/** Goods that came back had been delivered: their orders are recorded as shipped first, then the return. */
function record(register: JournalWriter, part: Part): void {
  const ids = [...new Set(part.lines.map((line) => line.fulfillmentOrderId))];
  for (const id of ids) {
    if (hasEnded(register.order(id))) continue;
    const lines = linesHere(register.order(id));
    register.record(
      accept(orderShipped.request({ fulfillmentOrderId: id, trackingNumber: 'imported', lines, carrier: null, parcelIds: [] })),
      part.at,
      null,
    );
  }
  const returnable = returnableOfOrder(ids.map((id) => register.order(id)));
  const choices = part.lines.flatMap(({ fulfillmentOrderId, lineNo, quantity }): ReturnChoice[] => {
    const line = returnable.find((one) => one.fulfillmentOrderId === fulfillmentOrderId && one.lineNo === lineNo);
    return line === undefined ? [] : [{ line, quantity: Math.min(quantity, unitsReturnable(line)), disposition: 'restock' }];
  });
  const returned = returnGoods({
    receiptNumber: register.nextReceiptNumber,
    origin: { kind: 'order', orderNumber: part.orderNumber },
    choices,
    currency: register.order(ids[0] ?? '').currency,
  });
  register.record(returned.ok ? accept(goodsReturned.request(returned.value)) : returned, part.at, null, part.id);
}

async function readDelivered(db: Db, numbers: readonly string[]): Promise<Map<string, FulfillmentOrder[]>> {
  const rows = await db
    .selectFrom('fulfillment_orders')
    .innerJoin('orders', 'orders.id', 'fulfillment_orders.order_id')
    .select('body')
    .where(sql<boolean>`orders.number = any(${numbers}::text[])`)
    .orderBy('fulfillment_orders.id')
    .execute();
  const orders = new Map<string, FulfillmentOrder[]>();
  for (const { body } of rows) orders.set(body.orderNumber, [...(orders.get(body.orderNumber) ?? []), body]);
  return orders;
}

/**
 * Writes returns of online orders through the journals of import registers, one for each store, so that stock, orders
 * and receipts have their causes.
 * @returns the rows whose goods had not been delivered.
 */
export async function writeReturns(db: Db, returns: readonly MatchedReturn[]): Promise<RefusedRow[]> {
  if (returns.length === 0) return [];
  const orders = await readDelivered(
    db,
    returns.flatMap((one) => one.lines.map((line) => line.orderNumber)),
  );
  const room = new Map<string, number>();
  const found = returns.map((one) => partsOf(one, orders, room));
  const parts = found.flatMap((one) => one.parts);
  const registers = await openImportRegisters(db, [...new Set(parts.map((part) => part.locationId))]);
  for (const part of parts) {
    const register = registers.get(part.locationId);
    if (register === undefined) continue;
    for (const order of orders.get(part.orderNumber) ?? []) {
      if (register.known.get(fulfillmentOrderDocument, order.id) === undefined) register.known.with(fulfillmentOrderDocument, order);
    }
    record(register, part);
  }
  await sendJournals(db, [...registers.values()]);
  // A row may be matched with several order lines.
  return [...new Map(found.flatMap((one) => one.refused).map((row) => [row.line, row])).values()];
}

/**
 * Finds which returns were imported before: a part's id says which return and which place it is of.
 * @param earlier the order lines that could have come back by them. @returns their numbers.
 */
export async function importedBefore(db: Db, returns: readonly Invoice[], earlier: readonly EarlierLine[]): Promise<Set<string>> {
  const places = await db
    .selectFrom('fulfillment_orders')
    .innerJoin('orders', 'orders.id', 'fulfillment_orders.order_id')
    .select(['orders.number', 'fulfillment_orders.location_id'])
    .distinct()
    .where(sql<boolean>`orders.number = any(${[...new Set(earlier.map((line) => line.orderNumber))]}::text[])`)
    .execute();
  const ids = new Map<string, string>();
  for (const { number, rows } of returns) {
    const customers = new Set(rows.map((row) => row.customer));
    const orders = new Set(earlier.filter((line) => customers.has(line.customer)).map((line) => line.orderNumber));
    const at = new Date(rows[0]?.at ?? '');
    for (const place of places)
      if (orders.has(place.number)) ids.set(idOfReturn(`${number}\n${place.number}\n${place.location_id}`, at), number);
  }
  const rows = await db
    .selectFrom('operations')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids.keys()]}::uuid[])`)
    .execute();
  return new Set(rows.flatMap((row) => ids.get(row.id) ?? []));
}
