import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import { readTrackingNumber } from '../carriers/read-tracking-number.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { raiseException } from '../exceptions/raise.ts';
import { departureOf, linesLeaving } from './departure.ts';
import { type FulfillmentOrder, hasEnded } from './fulfillment-order.ts';
import { leaveStore } from './leave-store.ts';
import { haveLeft, onOrder } from './on-order.ts';
import type { OrderShipped } from './payloads.ts';

/** The number of a box, and who carries it as far as the number tells. */
export type Tracking = Pick<OrderShipped['payload'], 'trackingNumber' | 'carrier'>;

/**
 * Checks the number of a box by the rules of its carrier, and writes it as that carrier does.
 * @param isOtherCarriers a person said that the number is right although its check digit is not: many carriers write plain digits.
 */
export function trackingOf(
  entered: string,
  isOtherCarriers: boolean,
): Result<Tracking, 'tracking_number_missing' | 'tracking_number_wrong'> {
  const trackingNumber = entered.trim();
  if (trackingNumber === '') return refuse('tracking_number_missing');
  const reading = readTrackingNumber(trackingNumber);
  if (reading.kind === 'right') return accept({ trackingNumber: reading.number, carrier: reading.carrier });
  if (reading.kind === 'wrong_check_digit' && (reading.isUnmistakable || !isOtherCarriers)) return refuse('tracking_number_wrong');
  return accept({ trackingNumber, carrier: null });
}

/**
 * The carrier took a packed order.
 * @param isOtherCarriers see {@link trackingOf}.
 * @param parcelIds its parcels, where labels were made for them; the number is that of the first.
 */
export function shipOrder(
  order: FulfillmentOrder,
  entered: string,
  isOtherCarriers = false,
  parcelIds: readonly string[] = [],
): Result<RequestFor<OrderShipped>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'packed') return refuse('not_packed');
  const tracking = trackingOf(entered, isOtherCarriers);
  if (!tracking.ok) return tracking;
  return accept({
    type: 'order_shipped',
    payload: { ...tracking.value, fulfillmentOrderId: order.id, lines: linesLeaving(order), parcelIds: [...parcelIds] },
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
