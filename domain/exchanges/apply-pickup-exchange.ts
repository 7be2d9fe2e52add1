import type { StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { hasEnded } from '../fulfillment/fulfillment-order.ts';
import { applyOrderHandedOver } from '../fulfillment/hand-over-order.ts';
import { applyReturn } from '../returns/apply-return.ts';
import { applySale } from '../sale/apply-sale.ts';
import { partsOfPickup } from './parts-of.ts';
import type { PickupExchangeOperation } from './pickup-exchange.ts';

/**
 * A pickup was handed over with a sale: it has the effects of a handover, then of the return of what was not taken, then those of a sale.
 * Where another register was first, or the order had ended, the money of what was not taken is spoken for: the sale stands, and somebody
 * is told the loss (rule J5).
 */
export function applyPickupExchange(reader: StoreReader, operation: PickupExchangeOperation): Effect[] {
  const { handover, back, sold } = partsOfPickup(operation);
  const order = reader.get(fulfillmentOrderDocument, handover.payload.fulfillmentOrderId);
  const isFirst = order !== undefined && order.locationId === operation.storeId && !hasEnded(order);
  const between = new StoreOverlay(reader);
  const handedOver = applyOrderHandedOver(between, handover);
  between.fold(handedOver);
  const returned = back === null ? [] : applyReturn(between, back, isFirst);
  between.fold(returned);
  return [...handedOver, ...returned, ...applySale(between, sold)];
}
