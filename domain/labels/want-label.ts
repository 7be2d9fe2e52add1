import type { StoreReader } from '../base/define-document.ts';
import type { Recorded, RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { type FulfillmentOrder, hasEnded } from '../fulfillment/fulfillment-order.ts';
import { labelVoidWanted, labelWanted, parcelLabelDocument } from './documents.ts';
import type { LabelledParcel, ParcelLabel } from './parcel-label.ts';

export type LabelWanted = Recorded<'label_wanted', LabelledParcel>;
export type LabelAskedAgain = Recorded<'label_asked_again', Pick<LabelledParcel, 'parcelId'>>;
export type LabelGivenBack = Recorded<'label_given_back', Pick<LabelledParcel, 'parcelId'>>;

/** Wants the label of a parcel. Refuses an order without an address (`address_missing`). */
export function wantLabel(order: FulfillmentOrder, parcel: LabelledParcel): Result<RequestFor<LabelWanted>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.shipTo === null) return refuse('address_missing');
  return accept({ type: 'label_wanted', payload: parcel });
}

/** Has the carrier asked again for a label that it refused, or of which nobody knows whether it is made (`label_is_asked` otherwise). */
export function askLabelAgain(label: ParcelLabel): Result<RequestFor<LabelAskedAgain>, Refusal> {
  if (label.state !== 'refused' && label.state !== 'unknown' && label.state !== 'wanted') return refuse('label_is_asked');
  return accept({ type: 'label_asked_again', payload: { parcelId: label.parcelId } });
}

/**
 * Gives a label back to its carrier, so that nobody pays for it. Only one that there is (`label_missing`), and whose parcel no driver has
 * (`parcel_handed_over`).
 */
export function giveLabelBack(label: ParcelLabel): Result<RequestFor<LabelGivenBack>, Refusal> {
  if (label.handoverId !== undefined) return refuse('parcel_handed_over');
  if (label.state !== 'have') return refuse('label_missing');
  return accept({ type: 'label_given_back', payload: { parcelId: label.parcelId } });
}

/** The label waits to be asked for. The same parcel wants it once. */
export function applyLabelWanted(reader: StoreReader, { storeId, registerId, at, payload }: LabelWanted): Effect[] {
  const order = reader.get(fulfillmentOrderDocument, payload.fulfillmentOrderId);
  // What another store tells of an order is not believed (rule A3).
  if (order === undefined || order.locationId !== storeId) return [];
  if (reader.get(parcelLabelDocument, payload.parcelId) !== undefined) return [];
  const { orderNumber } = order;
  return [
    parcelLabelDocument.put({
      ...payload,
      storeId,
      orderNumber,
      registerId,
      wantedAt: at,
      state: 'wanted',
      since: at,
      reason: null,
      trackingNumber: null,
      cost: null,
      picture: null,
    }),
    labelWanted.effect({ parcelId: payload.parcelId }),
  ];
}

function ownLabel(reader: StoreReader, storeId: string, parcelId: string): ParcelLabel | null {
  const label = reader.get(parcelLabelDocument, parcelId);
  return label === undefined || label.storeId !== storeId ? null : label;
}

/** A label that was refused is wanted anew. One of which nobody knows stays so: the carrier is asked whether it has it (rule E2). */
export function applyLabelAskedAgain(reader: StoreReader, { storeId, registerId, at, payload }: LabelAskedAgain): Effect[] {
  const label = ownLabel(reader, storeId, payload.parcelId);
  if (label === null || (label.state !== 'refused' && label.state !== 'unknown' && label.state !== 'wanted')) return [];
  const state = label.state === 'refused' ? 'wanted' : label.state;
  return [
    parcelLabelDocument.put({ ...label, registerId, state, since: at, reason: null }),
    labelWanted.effect({ parcelId: label.parcelId }),
  ];
}

/** A label that there is waits to be given back. */
export function applyLabelGivenBack(reader: StoreReader, { storeId, at, payload }: LabelGivenBack): Effect[] {
  const label = ownLabel(reader, storeId, payload.parcelId);
  // A driver has the parcel: it is on its way with this label.
  if (label?.state !== 'have' || label.handoverId !== undefined) return [];
  return [
    parcelLabelDocument.put({ ...label, state: 'void_wanted', since: at, reason: null }),
    labelVoidWanted.effect({ parcelId: label.parcelId }),
  ];
}
