import { sha256Hex } from '../base/hash-operation.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { linesLeaving } from './departure.ts';
import { type FulfillmentOrder, hasEnded, type RejectReason } from './fulfillment-order.ts';
import type * as recorded from './payloads.ts';
import { WAVE_LIMIT } from './payloads.ts';

type Decision<O> = Result<RequestFor<O>, Refusal>;

/** What a pickup code is stored as: the register can check it offline, and nobody can read it there. */
export function hashPickupCode(orderNumber: string, code: string): string {
  return sha256Hex(`${orderNumber}:${code.trim().toUpperCase()}`);
}

/** Takes fulfillment orders that wait into one wave, the first {@link WAVE_LIMIT} of them. */
export function startPicking(orders: readonly FulfillmentOrder[], waveId: string): Decision<recorded.PickingStarted> {
  const waiting = orders.filter((order) => order.state.status === 'open' || order.state.status === 'acknowledged');
  if (waiting.length === 0) return refuse('nothing_to_pick');
  const fulfillmentOrderIds = waiting.slice(0, WAVE_LIMIT).map((order) => order.id);
  return accept({ type: 'picking_started', payload: { waveId, fulfillmentOrderIds } });
}

/** Everything picked is in its box. */
export function packOrder(order: FulfillmentOrder): Decision<recorded.OrderPacked> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'picked') return refuse('not_fully_picked');
  return accept({ type: 'order_packed', payload: { fulfillmentOrderId: order.id, parcels: [] } });
}

/** A picked pickup is put where it waits for its customer. */
export function stageOrder(order: FulfillmentOrder, stagingLocation: string): Decision<recorded.OrderStaged> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'picked') return refuse('not_fully_picked');
  const place = stagingLocation.trim();
  if (place === '') return refuse('staging_location_missing');
  return accept({ type: 'order_staged', payload: { fulfillmentOrderId: order.id, stagingLocation: place } });
}

/** Hands a ready pickup to whoever shows its pickup code. */
export function handOverOrder(order: FulfillmentOrder, pickupCode: string): Decision<recorded.OrderHandedOver> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'ready') return refuse('not_ready');
  if (hashPickupCode(order.orderNumber, pickupCode) !== order.pickupCodeHash) return refuse('wrong_pickup_code');
  return accept({
    type: 'order_handed_over',
    payload: { fulfillmentOrderId: order.id, verifiedBy: 'pickup_code', lines: linesLeaving(order), proofId: null },
  });
}

/** The carrier took a packed box. */
export function shipOrder(order: FulfillmentOrder, trackingNumber: string): Decision<recorded.OrderShipped> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'packed') return refuse('not_packed');
  const tracking = trackingNumber.trim();
  if (tracking === '') return refuse('tracking_number_missing');
  return accept({
    type: 'order_shipped',
    payload: { fulfillmentOrderId: order.id, trackingNumber: tracking, lines: linesLeaving(order), carrier: null, parcelIds: [] },
  });
}

/** This store cannot fulfill the order; the pool looks elsewhere. */
export function rejectOrder(order: FulfillmentOrder, reason: RejectReason): Decision<recorded.OrderRejected> {
  if (hasEnded(order)) return refuse('order_has_ended');
  return accept({ type: 'order_rejected', payload: { fulfillmentOrderId: order.id, reason } });
}
