import type { z } from 'zod';
import type { StoreReader } from '../base/define-document.ts';
import type { Recorded, RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { readTrackingNumber } from '../carriers/read-tracking-number.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { HANDOVER_LIMIT, type handedOverPayload } from './carrier-handover.ts';
import { carrierHandoverDocument, parcelLabelDocument } from './documents.ts';
import type { ParcelLabel } from './parcel-label.ts';

export type ParcelsHandedOver = Recorded<'parcels_handed_over', z.infer<typeof handedOverPayload>>;

/** Who carries the parcel of a label, as far as its number tells. */
export function carrierOfLabel({ trackingNumber }: Pick<ParcelLabel, 'trackingNumber'>): string | null {
  const reading = readTrackingNumber(trackingNumber ?? '');
  return reading.kind === 'right' ? reading.carrier : null;
}

/**
 * Why the driver of a carrier must not have this parcel; null where nothing is against it.
 * @param carrier as its numbers tell; undefined while nobody knows whose driver it is.
 */
export function refuseParcel(reader: StoreReader, label: ParcelLabel | undefined, carrier?: string | null): Refusal | null {
  if (label === undefined) return 'parcel_unknown';
  if (label.handoverId !== undefined) return 'parcel_handed_over';
  if (label.state === 'void' || label.state === 'void_wanted') return 'label_void';
  if (label.state !== 'have') return 'not_labelled';
  const status = reader.get(fulfillmentOrderDocument, label.fulfillmentOrderId)?.state.status;
  if (status === 'shipped') return 'parcel_handed_over';
  if (status !== undefined && status !== 'packed')
    return status === 'cancelled' || status === 'rejected' ? 'order_has_ended' : 'not_packed';
  return carrier !== undefined && carrierOfLabel(label) !== carrier ? 'carrier_other' : null;
}

/**
 * A driver takes parcels. Refuses what {@link refuseParcel} refuses, none at all (`nothing_to_hand_over`), and more than
 * {@link HANDOVER_LIMIT} (`too_many_parcels`).
 */
export function handOverParcels(
  reader: StoreReader,
  handoverId: string,
  carrier: string | null,
  parcelIds: readonly string[],
): Result<RequestFor<ParcelsHandedOver>, Refusal> {
  const ids = [...new Set(parcelIds)];
  if (ids.length === 0) return refuse('nothing_to_hand_over');
  if (ids.length > HANDOVER_LIMIT) return refuse('too_many_parcels');
  for (const id of ids) {
    const refusal = refuseParcel(reader, reader.get(parcelLabelDocument, id), carrier);
    if (refusal !== null) return refuse(refusal);
  }
  return accept({ type: 'parcels_handed_over', payload: { handoverId, carrier, parcelIds: ids } });
}

/**
 * Whether a driver has all parcels of an order: then it is shipped. @param labels of the order. @param taken parcels that a driver takes
 * now, by their ids.
 */
export function isAllTaken(labels: readonly ParcelLabel[], taken: ReadonlySet<string> = new Set()): boolean {
  const gone = labels.filter((label) => label.handoverId !== undefined || taken.has(label.parcelId));
  const [first] = gone;
  return first !== undefined && new Set(gone.map((label) => label.no)).size >= first.of;
}

/**
 * The driver has the parcels (rule J5). The picture of a label has an address on it and nobody needs it any more. A parcel that was handed
 * over before stays with its first driver; what is not known of this store is only listed.
 */
export function applyParcelsHandedOver(reader: StoreReader, operation: ParcelsHandedOver): Effect[] {
  const { storeId, registerId, associateId, at, payload } = operation;
  const { handoverId: id, carrier, parcelIds } = payload;
  if (reader.get(carrierHandoverDocument, id) !== undefined) return [];
  const found = [...new Set(parcelIds)].map((parcelId) => {
    const label = reader.get(parcelLabelDocument, parcelId);
    return { parcelId, label: label?.storeId === storeId ? label : undefined };
  });
  const parcels = found.map(({ parcelId, label }) => ({
    parcelId,
    orderNumber: label?.orderNumber ?? null,
    trackingNumber: label?.trackingNumber ?? null,
  }));
  return [
    carrierHandoverDocument.put({ id, storeId, registerId, associateId, carrier, at, parcels }),
    ...found.flatMap(({ label }) =>
      label === undefined || label.handoverId !== undefined ? [] : [parcelLabelDocument.put({ ...label, handoverId: id, picture: null })],
    ),
  ];
}
