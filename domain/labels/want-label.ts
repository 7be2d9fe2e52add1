import type { StoreReader } from '../base/define-document.ts';
import type { Recorded, RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { type FulfillmentOrder, hasEnded } from '../fulfillment/fulfillment-order.ts';
import { labelVoidWanted, labelWanted, parcelLabelDocument } from './documents.ts';
import { askedAgain, mayBeAsked, newLabel, ownLabel } from './label-steps.ts';
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
  if (!mayBeAsked(label)) return refuse('label_is_asked');
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
export function applyLabelWanted(reader: StoreReader, operation: LabelWanted): Effect[] {
  const { storeId, payload } = operation;
  const order = reader.get(fulfillmentOrderDocument, payload.fulfillmentOrderId);
  // What another store tells of an order is not believed (rule A3).
  if (order === undefined || order.locationId !== storeId) return [];
  if (reader.get(parcelLabelDocument, payload.parcelId) !== undefined) return [];
  return [
    parcelLabelDocument.put({ ...payload, ...newLabel(operation), orderNumber: order.orderNumber }),
    labelWanted.effect({ parcelId: payload.parcelId }),
  ];
}

/** The register that asks again prints it when it comes. */
export function applyLabelAskedAgain(reader: StoreReader, { storeId, registerId, at, payload }: LabelAskedAgain): Effect[] {
  const label = ownLabel(reader, parcelLabelDocument, storeId, payload.parcelId);
  if (label === null || !mayBeAsked(label)) return [];
  return [parcelLabelDocument.put({ ...askedAgain(label, at), registerId }), labelWanted.effect({ parcelId: label.parcelId })];
}

/** A label that there is waits to be given back. */
export function applyLabelGivenBack(reader: StoreReader, { storeId, at, payload }: LabelGivenBack): Effect[] {
  const label = ownLabel(reader, parcelLabelDocument, storeId, payload.parcelId);
  // A driver has the parcel: it is on its way with this label.
  if (label?.state !== 'have' || label.handoverId !== undefined) return [];
  return [
    parcelLabelDocument.put({ ...label, state: 'void_wanted', since: at, reason: null }),
    labelVoidWanted.effect({ parcelId: label.parcelId }),
  ];
}
