import { z } from 'zod';
import { defineOperation } from '../base/define-operation.ts';
import { entityId } from '../base/envelope.ts';
import { returnLabelDocument } from './documents.ts';
import { parcelBack } from './return-label.ts';
import { applyReturnLabelAskedAgain, applyReturnLabelGivenBack, applyReturnLabelWanted } from './want-return-label.ts';

const ofParcel = z.strictObject({ parcelId: entityId });

/** A customer sends goods back, and a label is wanted from the carrier for it (rule E2). */
export const returnLabelWanted = defineOperation({
  type: 'return_label_wanted',
  since: 3,
  permission: 'return.label',
  payload: parcelBack,
  reads: ({ payload }) => [returnLabelDocument.key(payload.parcelId)],
  apply: applyReturnLabelWanted,
});

export const returnLabelAskedAgain = defineOperation({
  type: 'return_label_asked_again',
  since: 3,
  permission: 'return.label',
  payload: ofParcel,
  reads: ({ payload }) => [returnLabelDocument.key(payload.parcelId)],
  apply: applyReturnLabelAskedAgain,
});

export const returnLabelGivenBack = defineOperation({
  type: 'return_label_given_back',
  since: 3,
  permission: 'return.label',
  payload: ofParcel,
  reads: ({ payload }) => [returnLabelDocument.key(payload.parcelId)],
  apply: applyReturnLabelGivenBack,
});

export const RETURN_LABEL_OPERATIONS = [returnLabelWanted, returnLabelAskedAgain, returnLabelGivenBack] as const;
