import { writeExceptions, writeResolutions } from '../exceptions/write-exceptions.ts';
import type { Tx } from '../db/database.ts';
import { askAfterCount } from '../sourcing/ask-after-count.ts';
import { resourceUnits } from '../sourcing/resource-units.ts';
import { movePromises } from '../stock/move-promises.ts';
import { postMovements } from '../stock/post-movements.ts';
import { readLevelsUnpicked } from '../stock/read-levels-unpicked.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Applied } from './apply-intake.ts';
import { noteCustomers } from '../customers/note-customers.ts';
import { writeDocuments } from '../documents/write-documents.ts';
import { exceptionDocument, resolution } from '../../domain/exceptions/documents.ts';
import { declined, fulfillmentOrderDocument, unfulfilled } from '../../domain/fulfillment/documents.ts';
import { orderEvents } from '../../domain/fulfillment/order-events.ts';
import { orderCancelled, orderPlaced } from '../../domain/orders/events.ts';
import type { EventEffect } from '../../domain/base/effect.ts';
import { cancelDeclined } from '../orders/cancel-declined.ts';
import { cancelOrdered } from '../orders/cancel-ordered.ts';
import { takeSaleOrders } from '../orders/take-sale-orders.ts';
import type { OrderNotes } from '../order-index/note-orders.ts';
import { writeReturns } from './write-intake.ts';

/** What follows from operations that have their effect. */
export type Effects = Omit<Applied, 'judged'>;

/** What the end of the transaction tells of it: see `noteOrders`. */
interface Written {
  readonly events: EventEffect[];
  readonly notes: OrderNotes;
}

/**
 * Writes everything that follows from the facts: stock, documents, promises that move, orders that sales place or returns cancel, new
 * fulfillment orders, and exceptions.
 * @returns the events and what is different of orders, for the caller to write at the end of the transaction.
 */
export async function writeEffects(tx: Tx, applied: Effects, changeItems: ChangeItem[]): Promise<Written> {
  const levels = await postMovements(tx, applied.movements, changeItems);
  const unpicked = await readLevelsUnpicked(tx, applied.operations, applied.overlay);
  const moved = await movePromises(tx, [...levels, ...unpicked], applied.overlay);
  applied.overlay.fold(moved);
  const released = moved.flatMap((effect) => (effect.kind === 'stock' ? [{ ...effect, causeId: 'promise_moved' }] : []));
  await postMovements(tx, released, changeItems);
  await writeDocuments(tx, applied.overlay, changeItems, [exceptionDocument.kind]);
  await writeReturns(tx, applied.operations);
  await noteCustomers(tx, applied.operations, applied.overlay, changeItems);
  const placed = await takeSaleOrders(tx, applied.operations, applied.overlay, changeItems);
  const cancelled = await cancelOrdered(tx, applied.operations, applied.overlay, changeItems);
  await writeExceptions(tx, applied.overlay, changeItems);
  await askAfterCount(tx, [...applied.overlay.changedOf(exceptionDocument).values()]);
  await writeResolutions(tx, resolution.in(applied.events), changeItems);
  const events = [...applied.events, ...moved.filter((effect) => effect.kind === 'event')];
  await cancelDeclined(tx, declined.in(events));
  const units = unfulfilled.in(events);
  if (units.length > 0) await resourceUnits(tx, units, changeItems);
  const touched = [...applied.overlay.changedOf(fulfillmentOrderDocument).values()];
  return {
    events: [
      ...placed.map((orderId) => orderPlaced.effect({ orderId })),
      ...events,
      ...cancelled.map((orderId) => orderCancelled.effect({ orderId })),
      ...touched.flatMap((order) => orderEvents(applied.overlay.before(fulfillmentOrderDocument, order.id), order)),
    ],
    notes: { orders: [...placed, ...cancelled, ...touched.map(({ orderId }) => orderId)], renamed: placed },
  };
}
