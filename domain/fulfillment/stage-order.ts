import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { fulfillmentOrderDocument, orderReady } from './documents.ts';
import { type FulfillmentOrder, hasEnded } from './fulfillment-order.ts';
import { moveOn } from './on-order.ts';
import type { OrderStaged } from './payloads.ts';

/** A picked pickup is put where it waits for its customer, or one that waits is put somewhere else. */
export function stageOrder(order: FulfillmentOrder, stagingLocation: string): Result<RequestFor<OrderStaged>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'picked' && order.state.status !== 'ready') return refuse('not_fully_picked');
  const place = stagingLocation.trim();
  if (place === '') return refuse('staging_location_missing');
  if (order.state.status === 'ready' && order.state.stagingLocation === place) return refuse('already_at_place');
  return accept({ type: 'order_staged', payload: { fulfillmentOrderId: order.id, stagingLocation: place } });
}

/** The order waits for its customer, who is told the first time. One that is put somewhere else has waited since it was ready. */
export function applyOrderStaged(reader: StoreReader, operation: OrderStaged): Effect[] {
  const { stagingLocation } = operation.payload;
  const before = reader.get(fulfillmentOrderDocument, operation.payload.fulfillmentOrderId);
  const effects = moveOn(reader, operation, ({ state }) => ({
    status: 'ready',
    stagingLocation,
    at: state.status === 'ready' ? state.at : operation.at,
  }));
  const [after] = fulfillmentOrderDocument.in(effects);
  const isNew = after?.kind === 'pickup' && after.state.status === 'ready' && before?.state.status !== 'ready';
  return isNew ? [...effects, orderReady.effect(after)] : effects;
}
