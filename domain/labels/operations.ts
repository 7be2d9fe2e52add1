import { z } from 'zod';
import { defineOperation } from '../base/define-operation.ts';
import { entityId } from '../base/envelope.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { handedOverPayload } from './carrier-handover.ts';
import { carrierHandoverDocument, parcelLabelDocument } from './documents.ts';
import { applyParcelsHandedOver } from './hand-over-parcels.ts';
import { labelledParcel } from './parcel-label.ts';
import { applyLabelAskedAgain, applyLabelGivenBack, applyLabelWanted } from './want-label.ts';

const ofParcel = z.strictObject({ parcelId: entityId });

/** A parcel is packed, and its label is wanted from the carrier (rule E2). */
export const labelWantedOperation = defineOperation({
  type: 'label_wanted',
  since: 3,
  permission: 'order.pack',
  payload: labelledParcel,
  reads: ({ payload }) => [fulfillmentOrderDocument.key(payload.fulfillmentOrderId), parcelLabelDocument.key(payload.parcelId)],
  apply: applyLabelWanted,
});

export const labelAskedAgain = defineOperation({
  type: 'label_asked_again',
  since: 3,
  permission: 'order.pack',
  payload: ofParcel,
  reads: ({ payload }) => [parcelLabelDocument.key(payload.parcelId)],
  apply: applyLabelAskedAgain,
});

export const labelGivenBack = defineOperation({
  type: 'label_given_back',
  since: 3,
  permission: 'order.ship',
  payload: ofParcel,
  reads: ({ payload }) => [parcelLabelDocument.key(payload.parcelId)],
  apply: applyLabelGivenBack,
});

/** A driver took parcels. Orders of which it was the last one are shipped, each by an operation of its own. */
export const parcelsHandedOver = defineOperation({
  type: 'parcels_handed_over',
  since: 3,
  permission: 'order.ship',
  payload: handedOverPayload,
  reads: ({ payload: { handoverId, parcelIds } }) => [
    carrierHandoverDocument.key(handoverId),
    ...parcelIds.map((parcelId) => parcelLabelDocument.key(parcelId)),
  ],
  apply: applyParcelsHandedOver,
});

export const LABEL_OPERATIONS = [labelWantedOperation, labelAskedAgain, labelGivenBack, parcelsHandedOver] as const;
