import { z } from 'zod';
import { businessDate, entityId, quantity } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { labelFields } from '../labels/parcel-label.ts';
import { returnReason } from '../returns/disposition.ts';

/** Units of a line that are sent back. */
export const returnLabelLine = z.strictObject({
  /** Of the sale or the order. */
  lineNo: z.number().int().min(1).max(99_999),
  /** The delivery of an online order; null for a sale. */
  fulfillmentOrderId: entityId.nullable(),
  sku: entityId,
  name: text.max(500),
  quantity,
  /** Why, a code; null where nobody said. */
  reason: returnReason.nullable(),
  /** How many units of the line had come back before: by it is known later whether these have. */
  returned: z.number().int().min(0).max(1_000_000),
});

/** A parcel with which a customer sends goods back. */
export const parcelBack = z.strictObject({
  parcelId: entityId,
  /** What the goods were bought on: a receipt or an online order. */
  origin: z.strictObject({ kind: z.enum(['sale', 'order']), number: text.min(1).max(64) }),
  lines: z.array(returnLabelLine).min(1).max(200),
  /** With everything in it, as somebody expects it. */
  weightGrams: z.number().int().min(1).max(1_000_000),
  /** The last day on which all of it comes back, by the terms of the store; null where there is none. */
  lastDay: businessDate.nullable(),
  /**
   * The label goes out by mail, to an address that somebody gave, or to that of the order or the customer; null where it is printed. The
   * address stands in no operation (rule A2): one that was given goes to the server beside the journal, under the id of the parcel.
   */
  mail: z.enum(['given', 'known']).nullable(),
});

/**
 * The label of a parcel that comes back, from the wish for it until the customer has it, or it is void. By its tracking number the desk
 * finds what the goods were bought on.
 */
export const returnLabel = parcelBack.extend({
  storeId: entityId,
  ...labelFields,
  /** What became of the mail; null where none goes out, or before there is a label. `reason` is a code of why it failed. */
  mailed: z
    .strictObject({ state: z.enum(['waiting', 'sent', 'failed']), reason: text.max(80).nullable() })
    .nullable()
    .default(null),
});

export type ReturnLabelLine = z.infer<typeof returnLabelLine>;
export type ParcelBack = z.infer<typeof parcelBack>;
export type ReturnLabel = z.infer<typeof returnLabel>;
