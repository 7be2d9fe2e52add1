import type { StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import type { Envelope } from '../base/envelope.ts';
import type { Goods } from '../exceptions/exception.ts';
import { raiseException } from '../exceptions/raise.ts';
import { fulfillmentOrderDocument } from './documents.ts';
import { type FulfillmentOrder, type FulfillmentState, hasEnded } from './fulfillment-order.ts';
import type { OrderPacked, OrderStaged } from './payloads.ts';
import { outOfTotes } from './use-totes.ts';

/** The order as it is, in another state. */
export function withState(order: FulfillmentOrder, state: FulfillmentState): Effect {
  return fulfillmentOrderDocument.put({ ...order, state });
}

/** Whether the goods have left the store already; they can do so once. */
export function haveLeft(order: Pick<FulfillmentOrder, 'state'>): boolean {
  return order.state.status === 'handed_over' || order.state.status === 'shipped';
}

/** Applies an operation to its order. An order that this store does not have is an exception. */
export function onOrder(
  reader: StoreReader,
  operation: Envelope & { readonly type: string },
  id: string,
  apply: (order: FulfillmentOrder) => Effect[],
): Effect[] {
  const order = reader.get(fulfillmentOrderDocument, id);
  if (order !== undefined && order.locationId === operation.storeId) return apply(order);
  return [
    raiseException(reader, operation, {
      kind: 'unknown_fulfillment_order',
      about: id,
      subject: id,
      facts: { what: operation.type, number: id },
    }),
  ];
}

/** Work on an order that had ended by then. @param goods what it took from the shelf, if it says so. */
export function workedOnAfterEnd(reader: StoreReader, operation: Envelope, order: FulfillmentOrder, goods: readonly Goods[]): Effect {
  return raiseException(reader, operation, {
    kind: 'picked_after_end',
    about: order.id,
    subject: order.orderNumber,
    goods,
    facts: { order: order.orderNumber, status: order.state.status },
  });
}

/**
 * Packing and staging name no goods, and take all of an order out of its totes. After the end of their order they are an exception only
 * while its goods are still here. @param totes more of them that a person has emptied.
 */
export function moveOn(
  reader: StoreReader,
  operation: OrderPacked | OrderStaged,
  next: (order: FulfillmentOrder) => FulfillmentState,
  totes: readonly string[] = [],
): Effect[] {
  return onOrder(reader, operation, operation.payload.fulfillmentOrderId, (order) => {
    const out = outOfTotes(reader, order, totes, operation.at);
    if (!hasEnded(order)) return [withState(out.order, next(order)), ...out.effects];
    if (haveLeft(order)) return out.effects;
    const moved = order.totes === undefined ? [] : [fulfillmentOrderDocument.put(out.order)];
    return [workedOnAfterEnd(reader, operation, order, []), ...moved, ...out.effects];
  });
}
