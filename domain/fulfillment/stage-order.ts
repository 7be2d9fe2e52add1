import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { type FulfillmentOrder, hasEnded } from './fulfillment-order.ts';
import { moveOn } from './on-order.ts';
import type { OrderStaged } from './payloads.ts';

/** A picked pickup is put where it waits for its customer. */
export function stageOrder(order: FulfillmentOrder, stagingLocation: string): Result<RequestFor<OrderStaged>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'picked') return refuse('not_fully_picked');
  const place = stagingLocation.trim();
  if (place === '') return refuse('staging_location_missing');
  return accept({ type: 'order_staged', payload: { fulfillmentOrderId: order.id, stagingLocation: place } });
}

/** The order waits for its customer at its place. */
export function applyOrderStaged(reader: StoreReader, operation: OrderStaged): Effect[] {
  const { stagingLocation } = operation.payload;
  return moveOn(reader, operation, { status: 'ready', stagingLocation, at: operation.at });
}
