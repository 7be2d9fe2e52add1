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
import type { OrderHandedOver } from './payloads.ts';
import { hashPickupCode } from './pickup-code.ts';

/** Hands a ready pickup to whoever shows its pickup code. */
export function handOverOrder(order: FulfillmentOrder, pickupCode: string): Result<RequestFor<OrderHandedOver>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'ready') return refuse('not_ready');
  if (hashPickupCode(order.orderNumber, pickupCode) !== order.pickupCodeHash) return refuse('wrong_pickup_code');
  return accept({
    type: 'order_handed_over',
    payload: { fulfillmentOrderId: order.id, verifiedBy: 'pickup_code', lines: linesLeaving(order), proofId: null },
  });
}

function handOverOnce(reader: StoreReader, order: FulfillmentOrder, operation: OrderHandedOver): Effect[] {
  if (!haveLeft(order)) return leaveStore(reader, order, operation, { status: 'handed_over', at: operation.at });
  return [
    raiseException(reader, operation, {
      kind: 'handed_over_twice',
      about: `${order.id}:${operation.id}`,
      subject: order.orderNumber,
      goods: departureOf(order, operation.payload.lines).goods,
      facts: { order: order.orderNumber },
    }),
  ];
}

/** The goods left the store with their customer; a second time is an exception (rule J5). */
export function applyOrderHandedOver(reader: StoreReader, operation: OrderHandedOver): Effect[] {
  return onOrder(reader, operation, operation.payload.fulfillmentOrderId, (order) => handOverOnce(reader, order, operation));
}
