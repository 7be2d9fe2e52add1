import { defineDocument } from '../base/define-document.ts';
import { defineEvent } from '../base/effect.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { carrierHandover } from './carrier-handover.ts';
import { type ParcelLabel, parcelLabel } from './parcel-label.ts';

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
  endsWith: (label) => fulfillmentOrderDocument.key(label.fulfillmentOrderId),
  datedBy: ['wantedAt'],
});

/** What drivers took, for as long as somebody may ask where a parcel is, and in the books. */
export const carrierHandoverDocument = defineDocument({
  kind: 'carrier_handover',
  since: 2,
  schema: carrierHandover,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { register: { daysAfterEnd: 7 }, feed: { daysAfterEnd: 30 }, server: { years: 10 } },
  personal: [],
  idOf: (handover) => handover.id,
  storeOf: (handover) => handover.storeId,
  endOf: (handover) => handover.at,
  datedBy: ['at'],
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
