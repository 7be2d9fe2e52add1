import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { fulfillmentOrderDocument } from './documents.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';
import { onOrder } from './on-order.ts';
import type { OrderAcknowledged } from './payloads.ts';
import { WAVE_LIMIT } from './wave.ts';

/** Whether a pickup waits that nobody in the store has acknowledged or begun to work on. */
export function isNew({ kind, state, acknowledged, lines }: FulfillmentOrder): boolean {
  const waits = state.status === 'open' || state.status === 'acknowledged';
  return kind === 'pickup' && waits && acknowledged === undefined && lines.every((line) => line.picked === 0);
}

/** Somebody in the store has seen that these pickups came, the first {@link WAVE_LIMIT} of those that are new. */
export function acknowledgeOrders(orders: readonly FulfillmentOrder[]): Result<RequestFor<OrderAcknowledged>, Refusal> {
  const fulfillmentOrderIds = orders.filter(isNew).map((order) => order.id);
  if (fulfillmentOrderIds.length === 0) return refuse('nothing_to_acknowledge');
  return accept({ type: 'order_acknowledged', payload: { fulfillmentOrderIds: fulfillmentOrderIds.slice(0, WAVE_LIMIT) } });
}

/** No register rings for them any more. Whoever was first is named; the state of the order stays, because nothing was done to it. */
export function applyOrderAcknowledged(reader: StoreReader, operation: OrderAcknowledged): Effect[] {
  const { at, associateId: by } = operation;
  return [...new Set(operation.payload.fulfillmentOrderIds)].flatMap((id) =>
    onOrder(reader, operation, id, (order) =>
      order.acknowledged === undefined ? [fulfillmentOrderDocument.put({ ...order, acknowledged: { at, by } })] : [],
    ),
  );
}
