import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** How many parcels one driver takes with one operation. More go with a second one. */
export const HANDOVER_LIMIT = 200;

/** A parcel that a driver took; null where nothing was known of its label. */
const handedParcel = z.strictObject({
  parcelId: entityId,
  orderNumber: entityId.nullable(),
  trackingNumber: text.max(80).nullable(),
});

/** What one driver took from a store: the manifest. */
export const carrierHandover = z.strictObject({
  id: entityId,
  storeId: entityId,
  registerId: entityId,
  /** Who handed over; null where nobody was signed in. */
  associateId: entityId.nullable(),
  /** Null where the numbers do not tell. */
  carrier: entityId.nullable(),
  at: instant,
  parcels: z.array(handedParcel).min(1).max(HANDOVER_LIMIT),
});

/** What was told of it: {@link carrierHandover} is made of it and of the labels. */
export const handedOverPayload = z.strictObject({
  handoverId: entityId,
  carrier: entityId.nullable(),
  parcelIds: z.array(entityId).min(1).max(HANDOVER_LIMIT),
});

export type CarrierHandover = z.infer<typeof carrierHandover>;
