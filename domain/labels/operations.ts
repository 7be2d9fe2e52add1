import { z } from 'zod';
import { defineOperation } from '../base/define-operation.ts';
import { entityId } from '../base/envelope.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { parcelLabelDocument } from './documents.ts';
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

export const LABEL_OPERATIONS = [labelWantedOperation, labelAskedAgain, labelGivenBack] as const;
