import { defineDocument } from '../base/define-document.ts';
import { defineEvent } from '../base/effect.ts';
import { type ParcelLabel, parcelLabel } from './parcel-label.ts';

/** Whether nothing more happens to a label by itself. */
const ENDS: readonly ParcelLabel['state'][] = ['have', 'refused', 'void'];

/** The labels of parcels, for the registers of the store. The order says what was sent; a label is of use until the driver has the box. */
export const parcelLabelDocument = defineDocument({
  kind: 'parcel_label',
  since: 2,
  schema: parcelLabel,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { register: { daysAfterEnd: 3 }, feed: { daysAfterEnd: 4 }, server: { daysAfterEnd: 90 } },
  personal: ['picture'],
  idOf: (label) => label.parcelId,
  storeOf: (label) => label.storeId,
  endOf: (label) => (ENDS.includes(label.state) ? label.since : null),
  datedBy: ['wantedAt'],
});

/** Somebody wants the label of a parcel, or wants the carrier to be asked again. */
export const labelWanted = defineEvent<Pick<ParcelLabel, 'parcelId'>>({
  event: 'label_wanted',
  keptDays: 90,
  idsOf: ({ parcelId }) => ({ parcelId }),
});

/** Somebody wants a label to be given back to its carrier. */
export const labelVoidWanted = defineEvent<Pick<ParcelLabel, 'parcelId'>>({
  event: 'label_void_wanted',
  keptDays: 90,
  idsOf: ({ parcelId }) => ({ parcelId }),
});
