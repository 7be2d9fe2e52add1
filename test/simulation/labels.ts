import { parcelLabelDocument } from '../../domain/labels/documents.ts';
import { handOverParcels } from '../../domain/labels/hand-over-parcels.ts';
import { shipOrder } from '../../domain/fulfillment/ship-order.ts';
import { askLabelAgain, giveLabelBack, wantLabel } from '../../domain/labels/want-label.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { refuse } from '../../domain/base/result.ts';
import type { StoreReader } from '../../domain/base/define-document.ts';
import type { Decide } from '../../src-renderer/kit/register-services.ts';

/** The one parcel of an order: two counters that pack it while cut off from each other mean the same one. */
export function parcelOf(orderId: string): string {
  return `P-${orderId}`;
}

/**
 * What a person does about the label of a packed order: wants it, asks again, or gives it back. Once a driver has its parcel, the order is
 * shipped. @param driver the hand-over to the driver who is here; null while nobody is.
 */
export function workOnLabel(order: FulfillmentOrder, reader: StoreReader, driver: string | null): ReturnType<Decide> {
  const parcelId = parcelOf(order.id);
  const label = reader.get(parcelLabelDocument, parcelId);
  if (label === undefined)
    return wantLabel(order, { parcelId, fulfillmentOrderId: order.id, no: 1, of: 1, box: null, size: null, weightGrams: 500 });
  if (label.handoverId !== undefined) return shipOrder(order, label.trackingNumber ?? '', true, [parcelId]);
  if (label.state === 'have') return driver === null ? giveLabelBack(label) : handOverParcels(reader, driver, 'ups', [parcelId]);
  return label.state === 'void' ? refuse('label_missing') : askLabelAgain(label);
}
