import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { raiseException } from '../exceptions/raise.ts';
import { departureOf, linesLeaving } from './departure.ts';
import { type FulfillmentOrder, hasEnded } from './fulfillment-order.ts';
import { leaveStore } from './leave-store.ts';
import { haveLeft, onOrder } from './on-order.ts';
import type { OrderShipped } from './payloads.ts';

/** The carrier took a packed box. */
export function shipOrder(order: FulfillmentOrder, trackingNumber: string): Result<RequestFor<OrderShipped>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'packed') return refuse('not_packed');
  const tracking = trackingNumber.trim();
  if (tracking === '') return refuse('tracking_number_missing');
  return accept({
    type: 'order_shipped',
    payload: { fulfillmentOrderId: order.id, trackingNumber: tracking, lines: linesLeaving(order), carrier: null, parcelIds: [] },
  });
}

function shipOnce(reader: StoreReader, order: FulfillmentOrder, operation: OrderShipped): Effect[] {
  const { trackingNumber, lines } = operation.payload;
  if (!haveLeft(order)) return leaveStore(reader, order, operation, { status: 'shipped', trackingNumber, at: operation.at });
  return [
    raiseException(reader, operation, {
      kind: 'shipped_twice',
      about: `${order.id}:${operation.id}`,
      subject: order.orderNumber,
      goods: departureOf(order, lines).goods,
      facts: { order: order.orderNumber, tracking: trackingNumber },
    }),
  ];
}

/** The goods left the store with the carrier; a second time is an exception (rule J5). */
export function applyOrderShipped(reader: StoreReader, operation: OrderShipped): Effect[] {
  return onOrder(reader, operation, operation.payload.fulfillmentOrderId, (order) => shipOnce(reader, order, operation));
}
