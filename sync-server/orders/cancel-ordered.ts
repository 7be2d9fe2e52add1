import { sql } from 'kysely';
import { storeScope } from '../../domain/base/scope.ts';
import { amountText } from '../../domain/base/decimal-text.ts';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { raiseException } from '../../domain/exceptions/raise.ts';
import { type CancelledUnits, cancelUnits } from '../../domain/fulfillment/cancel-units.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { goodsReturned, type ReturnRecorded } from '../../domain/returns/operations.ts';
import type { ReturnLine } from '../../domain/returns/return.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { postMovements } from '../stock/post-movements.ts';
import { cancelledKey, readGivenBack } from './read-given-back.ts';

interface Context {
  readonly tx: Tx;
  readonly overlay: StoreOverlay;
  readonly changeItems: ChangeItem[];
}

interface LockedOrder {
  readonly number: string;
  /** Units that wait for stock, by line number. */
  readonly waiting: ReadonlyMap<number, number>;
  /** Units that nobody sends any more, by line number. */
  readonly cancelled: ReadonlyMap<number, number>;
  readonly fulfillmentOrders: Parameters<typeof cancelUnits>[0];
}

/** Locks an order of a sale, its fulfillment orders first. Undefined where there is none, or where it is of another sale. */
async function lockOrder(tx: Tx, orderId: string, receiptNumber: string): Promise<LockedOrder | undefined> {
  const lock = () => tx.selectFrom('fulfillment_orders').select('body').where('order_id', '=', orderId).orderBy('id').forUpdate().execute();
  await lock();
  const order = await tx
    .selectFrom('orders')
    .select('number')
    .where('id', '=', orderId)
    .where('receipt_number', '=', receiptNumber)
    .forUpdate()
    .executeTakeFirst();
  if (order === undefined) return undefined;
  const lines = await tx
    .selectFrom('order_lines')
    .select(['line_no', 'backordered', 'cancelled'])
    .where('order_id', '=', orderId)
    .execute();
  return {
    number: order.number,
    waiting: new Map(lines.map((line) => [line.line_no, line.backordered])),
    cancelled: new Map(lines.map((line) => [line.line_no, line.cancelled])),
    fulfillmentOrders: (await lock()).map(({ body }) => body),
  };
}

function unitsOf(lines: readonly ReturnLine[]): Map<number, number> {
  const units = new Map<number, number>();
  for (const { lineNo, quantity } of lines) units.set(lineNo, (units.get(lineNo) ?? 0) + quantity);
  return units;
}

/** Writes fulfillment orders of which less is wanted, and releases what was reserved for them. */
async function writeCancelled({ tx, overlay, changeItems }: Context, changed: readonly CancelledUnits[], operation: ReturnRecorded) {
  const bodies = changed.map(({ order }) => fulfillmentOrderDocument.compact(order));
  await sql`
    update fulfillment_orders f set status = new.body -> 'state' ->> 'status', body = new.body
    from jsonb_array_elements(${JSON.stringify(bodies)}::jsonb) as new(body) where f.id = new.body ->> 'id'`.execute(tx);
  for (const { order, released, picked } of changed) {
    changeItems.push({ scope: storeScope(order.locationId), kind: fulfillmentOrderDocument.kind, id: order.id });
    const skuOf = new Map(order.lines.map(({ lineNo, sku }) => [lineNo, sku]));
    const movements = [...released].map(([lineNo, units]) => ({
      ...{ locationId: order.locationId, sku: skuOf.get(lineNo) ?? '', onHand: 0, reserved: -units },
      ...{ cause: 'cancel' as const, causeId: order.id },
    }));
    await postMovements(tx, movements, changeItems);
    if (picked.size === 0) continue;
    const goods = [...picked].map(([lineNo, quantity]) => ({ sku: skuOf.get(lineNo) ?? '', quantity }));
    const { orderNumber } = order;
    overlay.fold([
      raiseException(
        overlay,
        { id: operation.id, at: operation.at, storeId: order.locationId },
        {
          kind: 'picked_after_end',
          about: `${order.id}:${operation.id}`,
          subject: orderNumber,
          goods,
          facts: { order: orderNumber, status: 'cancelled' },
        },
      ),
    ]);
  }
}

/** The receipt that goods were bought on; their own where there is none. */
function soldOn({ origin, receiptNumber }: ReturnRecorded['payload']): string {
  return origin.kind === 'sale' ? origin.receiptNumber : receiptNumber;
}

/** Money was given back for goods that had left by then, or that no order of the sale had (rule J5). */
function tellRefunded({ overlay }: Context, operation: ReturnRecorded, number: string, gone: ReadonlyMap<number, number>): void {
  const { payload } = operation;
  const receipt = payload.origin.kind === 'order' ? payload.origin.orderNumber : soldOn(payload);
  const lines = payload.lines.filter(({ lineNo, orderId }) => orderId !== null && gone.has(lineNo));
  const amount = amountText(
    lines.reduce((sum, { refundMinor }) => sum + refundMinor, 0),
    payload.currency,
  );
  const goods = [...new Map(lines.map(({ lineNo, sku }) => [lineNo, sku]))].map(([lineNo, sku]) => ({
    sku,
    quantity: gone.get(lineNo) ?? 1,
  }));
  const facts = { order: number, receipt, amount };
  overlay.fold([
    raiseException(overlay, operation, {
      kind: 'refunded_after_departure',
      about: `${operation.id}:${number}`,
      subject: receipt,
      goods,
      facts,
    }),
  ]);
}

/** Takes units by line number, as many as there are. @returns what was taken, and what is left to take. */
function takeFrom(there: (lineNo: number) => number, wanted: ReadonlyMap<number, number>): [Map<number, number>, Map<number, number>] {
  const taken = new Map([...wanted].map(([lineNo, units]) => [lineNo, Math.min(units, Math.max(0, there(lineNo)))]));
  return [taken, new Map([...wanted].map(([lineNo, units]) => [lineNo, units - (taken.get(lineNo) ?? 0)]))];
}

/** Whether a sale names an order that was never placed: nothing of it can be cancelled, and nobody sends it. */
async function isUnplaced(tx: Tx, orderId: string, receiptNumber: string): Promise<boolean> {
  const { rows } = await sql`select from sales where receipt_number = ${receiptNumber}
    and body -> 'orders' @> ${JSON.stringify([{ id: orderId }])}::jsonb`.execute(tx);
  return rows.length > 0;
}

/** @param notYet operations of now that are cancelled after this one. @returns whether units of the order are cancelled now. */
async function cancelOne(context: Context, operation: ReturnRecorded, orderId: string, notYet: readonly string[]): Promise<boolean> {
  const { tx } = context;
  const { origin, lines } = operation.payload;
  const wanted = unitsOf(lines.filter((line) => line.orderId === orderId));
  if (origin.kind !== 'sale') {
    tellRefunded(context, operation, orderId, wanted);
    return false;
  }
  const { receiptNumber } = origin;
  const order = await lockOrder(tx, orderId, receiptNumber);
  if (order === undefined) {
    if (!(await isUnplaced(tx, orderId, receiptNumber))) tellRefunded(context, operation, orderId, wanted);
    return false;
  }
  // Whoever cancelled them at the pool gave no money back for them.
  const givenBack = await readGivenBack(tx, receiptNumber, [operation.id, ...notYet]);
  const unpaid = (lineNo: number) => (order.cancelled.get(lineNo) ?? 0) - (givenBack.get(cancelledKey(orderId, lineNo)) ?? 0);
  const [, toCancel] = takeFrom(unpaid, wanted);
  const [fromWaiting, rest] = takeFrom((lineNo) => order.waiting.get(lineNo) ?? 0, toCancel);
  const { changed, left } = cancelUnits(order.fulfillmentOrders, rest, operation.at);
  const rows = [...toCancel].map(([lineNo, units]) => ({
    ...{ lineNo, waited: fromWaiting.get(lineNo) ?? 0, cancelled: units - (left.get(lineNo) ?? 0) },
  }));
  await sql`
    update order_lines line set backordered = line.backordered - r.waited, cancelled = line.cancelled + r.cancelled
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("lineNo" int, waited int, cancelled int)
    where line.order_id = ${orderId} and line.line_no = r."lineNo"`.execute(tx);
  await writeCancelled(context, changed, operation);
  const gone = new Map([...left].filter(([, units]) => units > 0));
  if (gone.size > 0) tellRefunded(context, operation, order.number, gone);
  return rows.some(({ cancelled }) => cancelled > 0);
}

/**
 * Cancels at the pool what returns took back of orders of sales before it left: nothing of it came onto a shelf.
 * @returns the ids of the orders of which something is cancelled.
 */
export async function cancelOrdered(
  tx: Tx,
  operations: readonly Operation[],
  overlay: StoreOverlay,
  changeItems: ChangeItem[],
): Promise<string[]> {
  const cancelled = new Set<string>();
  for (const [index, operation] of operations.entries()) {
    const back = inParts(operation).find((one) => goodsReturned.is(one));
    if (back === undefined) continue;
    // What a customer did not take at the counter is cancelled by the handover.
    const ordered = back.payload.lines.filter(({ fulfillmentOrderId }) => fulfillmentOrderId === null);
    const ids = new Set(ordered.flatMap(({ orderId }) => orderId ?? []));
    const notYet = operations.slice(index + 1).map((later) => later.id);
    for (const id of [...ids].sort()) {
      if (await cancelOne({ tx, overlay, changeItems }, back, id, notYet)) cancelled.add(id);
    }
  }
  return [...cancelled];
}
