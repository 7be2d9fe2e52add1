import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { fulfillmentOrderDocument } from './documents.ts';
import { type FulfillmentOrder, hasEnded } from './fulfillment-order.ts';
import { onOrder } from './on-order.ts';
import type { CustomerArrived } from './payloads.ts';

/** The order with its customer outside. Who comes twice has waited since the first time, and the newest word of where counts. */
export function withArrival(
  order: FulfillmentOrder,
  said: { readonly at: string; readonly bay: string | null; readonly car: string | null },
) {
  const before = order.arrival;
  const arrival = { at: before?.at ?? said.at, bay: said.bay ?? before?.bay ?? null, car: said.car ?? before?.car ?? null };
  return { ...order, arrival };
}

/** A customer waits outside for a pickup, ready or not. @param bay where; empty where nobody said. */
export function noteArrival(order: FulfillmentOrder, bay: string): Result<RequestFor<CustomerArrived>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.kind !== 'pickup') return refuse('not_ready');
  const place = bay.trim() === '' ? null : bay.trim();
  if (order.arrival !== undefined && (place === null || order.arrival.bay === place)) return refuse('already_arrived');
  return accept({ type: 'customer_arrived', payload: { fulfillmentOrderId: order.id, bay: place } });
}

/** Every register shows since when they wait, and where. Of an order that has ended nobody waits any more. */
export function applyCustomerArrived(reader: StoreReader, operation: CustomerArrived): Effect[] {
  const { fulfillmentOrderId, bay } = operation.payload;
  return onOrder(reader, operation, fulfillmentOrderId, (order) =>
    hasEnded(order) ? [] : [fulfillmentOrderDocument.put(withArrival(order, { at: operation.at, bay, car: null }))],
  );
}
