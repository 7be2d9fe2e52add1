import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { type FulfillmentOrder, hasEnded } from './fulfillment-order.ts';
import { moveOn } from './on-order.ts';
import type { OrderPacked } from './payloads.ts';

/** Everything picked is in its box. */
export function packOrder(order: FulfillmentOrder): Result<RequestFor<OrderPacked>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'picked') return refuse('not_fully_picked');
  return accept({ type: 'order_packed', payload: { fulfillmentOrderId: order.id, parcels: [] } });
}

/** The order is packed. */
export function applyOrderPacked(reader: StoreReader, operation: OrderPacked): Effect[] {
  return moveOn(reader, operation, () => ({ status: 'packed' }));
}
