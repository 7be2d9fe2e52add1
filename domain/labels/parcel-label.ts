import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { sizeMm } from '../base/measure.ts';
import { currency, minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';
import { serviceCode } from './settings.ts';

/** A parcel for which a label is wanted. */
export const labelledParcel = z.strictObject({
  parcelId: entityId,
  fulfillmentOrderId: entityId,
  /** Which of how many parcels of its order. */
  no: z.number().int().min(1).max(100),
  of: z.number().int().min(1).max(100),
  /** The carton by its name; null for one of its own. */
  box: entityId.nullable(),
  /** Of the carton, outside; null where nobody knows. */
  size: sizeMm.nullable(),
  /** With everything in it. */
  weightGrams: z.number().int().min(1).max(1_000_000),
  /** The carrier's service that was chosen for it; left out for the one of the store. */
  service: serviceCode.exactOptional(),
});

/**
 * Where the label of a parcel stands. `asked`: the carrier was asked, and has not answered yet. `unknown`: no answer came, so that it may
 * have made one; it is asked whether it has. `refused`: it makes none, for a reason.
 */
export const labelState = z.enum(['wanted', 'asked', 'unknown', 'have', 'refused', 'void_wanted', 'void']);

/** A label as the carrier drew it. */
export const labelPicture = z.strictObject({ format: z.enum(['gif', 'png']), data: z.base64().max(400_000) });

/** What is known of every label that a carrier draws, whichever way its parcel goes. */
export const labelFields = {
  /** The register that asked for it. */
  registerId: entityId,
  wantedAt: instant,
  state: labelState,
  /** When that was so. */
  since: instant,
  /** Why it was refused, or why the carrier cannot be asked now: a code. Null where there is no reason. */
  reason: text.max(64).nullable().default(null),
  /** Of the carrier; null before there is one. */
  trackingNumber: text.max(80).nullable().default(null),
  /** What the carrier charges; null where it did not say. */
  cost: z
    .strictObject({ currency, minor: minorAmount.min(0) })
    .nullable()
    .default(null),
  /** Null before there is one, and once it is void or nobody needs it any more. It has the customer's address on it. */
  picture: labelPicture.nullable().default(null),
};

/** The label of a parcel, from the wish for it until it is on the box, or void. The register that asked for it prints it when it comes. */
export const parcelLabel = labelledParcel.extend({
  storeId: entityId,
  orderNumber: entityId,
  ...labelFields,
  /** With which hand-over the driver took it; left out while the parcel is in the store. */
  handoverId: entityId.exactOptional(),
});

export type LabelledParcel = z.infer<typeof labelledParcel>;
export type ParcelLabel = z.infer<typeof parcelLabel>;
