import { defineDocument } from '../base/define-document.ts';
import { defineEvent } from '../base/effect.ts';
import { type ReturnLabel, returnLabel } from './return-label.ts';

/** When the carrier was asked last; null while it is to be asked. */
function endOf({ state, since }: ReturnLabel): string | null {
  return state === 'wanted' || state === 'asked' || state === 'void_wanted' ? null : since;
}

/** The labels with which customers send goods back, for the registers of the store that gave them. Others find them by their number. */
export const returnLabelDocument = defineDocument({
  kind: 'return_label',
  since: 2,
  schema: returnLabel,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { register: { daysAfterEnd: 60 }, feed: { daysAfterEnd: 61 }, server: { daysAfterEnd: 180 } },
  personal: ['picture'],
  idOf: (label) => label.parcelId,
  storeOf: (label) => label.storeId,
  endOf,
  datedBy: ['wantedAt'],
});

/** Somebody wants a return label, or wants the carrier to be asked again. */
export const returnLabelAskedFor = defineEvent<Pick<ReturnLabel, 'parcelId'>>({
  event: 'return_label_asked_for',
  keptDays: 90,
  idsOf: ({ parcelId }) => ({ parcelId }),
});

/** Somebody wants a return label to be given back to its carrier. */
export const returnLabelVoidWanted = defineEvent<Pick<ReturnLabel, 'parcelId'>>({
  event: 'return_label_void_wanted',
  keptDays: 90,
  idsOf: ({ parcelId }) => ({ parcelId }),
});
