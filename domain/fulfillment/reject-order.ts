import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { addGoods, raiseException } from '../exceptions/raise.ts';
import { fulfillmentOrderDocument, unfulfilled } from './documents.ts';
import { type FulfillmentOrder, hasEnded, type RejectReason, reservedUnits } from './fulfillment-order.ts';
import { onOrder, withState } from './on-order.ts';
import type { OrderRejected } from './payloads.ts';
import { endWith } from './put-back.ts';

/** This store cannot fulfill the order; the pool looks elsewhere. */
export function rejectOrder(order: FulfillmentOrder, reason: RejectReason): Result<RequestFor<OrderRejected>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  return accept({ type: 'order_rejected', payload: { fulfillmentOrderId: order.id, reason } });
}

/** The reasons of a reject that say something about the shelf. */
const NOT_THERE: readonly RejectReason[] = ['out_of_stock', 'not_found', 'damaged'];

/**
 * A reject gives everything back to the pool. Where goods are said to be missing nobody knows how many are there, and of
 * several products not even which is meant: the store is asked to count, and is not asked for them until it has.
 */
function giveBack(reader: StoreReader, order: FulfillmentOrder, operation: OrderRejected): Effect[] {
  const { reason } = operation.payload;
  const lines = order.lines.filter((line) => reservedUnits(order, line) > 0);
  const unpicked = lines.filter((line) => reservedUnits(order, line) > line.picked);
  const skus = [...new Set(unpicked.map((line) => line.sku))];
  const counts = !NOT_THERE.includes(reason)
    ? []
    : skus.map((sku) =>
        raiseException(reader, operation, {
          kind: 'count_wanted',
          about: `${order.locationId}:${sku}`,
          subject: sku,
          goods: addGoods(
            unpicked.filter((line) => line.sku === sku).map((line) => ({ sku, quantity: reservedUnits(order, line) - line.picked })),
          ),
          facts: { order: order.orderNumber, reason, sku },
        }),
      );
  return [
    ...lines.map(
      (line): Effect => ({
        kind: 'stock',
        locationId: order.locationId,
        sku: line.sku,
        onHand: 0,
        reserved: -reservedUnits(order, line),
        cause: 'reject',
      }),
    ),
    withState(order, endWith(order, { status: 'rejected', reason, at: operation.at })),
    unfulfilled.effect({
      fulfillmentOrder: order,
      lines: lines.map((line) => ({ lineNo: line.lineNo, quantity: reservedUnits(order, line) })),
      ...(reason === 'too_busy' || reason === 'closed' ? { reason } : {}),
    }),
    ...counts,
  ];
}

/** An order that goes on is given back to the pool. */
export function applyOrderRejected(reader: StoreReader, operation: OrderRejected): Effect[] {
  return onOrder(reader, operation, operation.payload.fulfillmentOrderId, (order) =>
    hasEnded(order) ? [] : giveBack(reader, order, operation),
  );
}

/** The SKUs that a store may be asked to count for a reject: those of the order's lines. */
export function countWantedKeys(reader: StoreReader, operation: OrderRejected) {
  const order = reader.get(fulfillmentOrderDocument, operation.payload.fulfillmentOrderId);
  return (order?.lines ?? []).map((line) => exceptionDocument.key(`count_wanted:${order?.locationId}:${line.sku}`));
}
