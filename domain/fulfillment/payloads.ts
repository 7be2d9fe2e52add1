import { z } from 'zod';
import type { Recorded } from '../base/define-operation.ts';
import { entityId, instant, quantity } from '../base/envelope.ts';
import { identityDocument } from './identity.ts';
import { rejectReason, shortPickReason } from './fulfillment-order.ts';
import { text } from '../base/text.ts';
import { toteCode } from './tote.ts';
import { WAVE_LIMIT } from './wave.ts';

const fulfillmentOrderId = entityId;
const lineNo = z.number().int().min(1).max(99_999);

/** A picker took these fulfillment orders into one wave. */
export const pickingStartedPayload = z.strictObject({
  waveId: entityId,
  fulfillmentOrderIds: z.array(fulfillmentOrderId).min(1).max(WAVE_LIMIT),
});

/** Somebody in the store has seen that these pickups came. */
export const orderAcknowledgedPayload = z.strictObject({ fulfillmentOrderIds: z.array(fulfillmentOrderId).min(1).max(WAVE_LIMIT) });

/** A customer waits outside; null where nobody said in which bay. Of their car nothing stands in an operation. */
export const customerArrivedPayload = z.strictObject({ fulfillmentOrderId, bay: text.trim().min(1).max(20).nullable() });

/** A picker goes on with a wave: a colleague's, a released one, or their own after something else. */
export const waveTakenPayload = z.strictObject({
  waveId: entityId,
  /** Those of its orders that are still to pick, as far as the register knows. */
  fulfillmentOrderIds: z.array(fulfillmentOrderId).max(WAVE_LIMIT),
});

/** A picker lets go of a wave: somebody else may go on with it. */
export const waveReleasedPayload = z.strictObject({ waveId: entityId });

/** Units of a line were taken from the shelf. */
export const linePickedPayload = z.strictObject({
  fulfillmentOrderId,
  lineNo,
  quantity,
  /** Of the units, where they have one. */
  serialNumbers: z.array(entityId).max(500).default([]),
  /** Where they were taken from; null where nobody said. */
  bin: entityId.nullable().default(null),
  /** The wave in which they were picked; null outside of one. */
  waveId: entityId.nullable().default(null),
  /** The tote into which they were put; null where the store picks without. */
  tote: toteCode.nullable().default(null),
});

/** Units of a line that were picked are on the shelf again, and still to pick. */
export const lineUnpickedPayload = z.strictObject({
  fulfillmentOrderId,
  lineNo,
  quantity,
  waveId: entityId.nullable(),
  /** The tote out of which they were taken; null where they lay in none. */
  tote: toteCode.nullable().default(null),
});

/** Totes of which all goods of one order were taken out. */
const emptiedTotes = z.array(toteCode).max(100).default([]);

/** What was left over in a tote was taken out. */
export const toteEmptiedPayload = z.strictObject({ tote: toteCode });

/** Units of a line were not to be had. */
export const lineShortPickedPayload = z.strictObject({ fulfillmentOrderId, lineNo, quantity, reason: shortPickReason });

/** Units of another article were taken from the shelf for units of a line that were not to be had. */
export const lineSubstitutedPayload = z.strictObject({
  fulfillmentOrderId,
  /** The line that was ordered. */
  lineNo: z.number().int().min(1).max(9_999),
  /** What was taken instead. */
  sku: entityId,
  quantity,
  /** Why the ordered article was not to be had. */
  reason: shortPickReason,
  waveId: entityId.nullable(),
  /** The tote into which it was put; null where the store picks without. */
  tote: toteCode.nullable(),
});

/** Everything picked for a shipment is in its box. */
export const orderPackedPayload = z.strictObject({
  fulfillmentOrderId,
  /** The parcels, each with what is in it; empty where nobody said. */
  parcels: z
    .array(
      z.strictObject({
        id: entityId,
        /** The kind of box; null for one of its own. */
        box: entityId.nullable(),
        weightGrams: z.number().int().min(1).max(1_000_000).nullable(),
        lines: z.array(z.strictObject({ lineNo, sku: entityId, quantity })).max(2000),
      }),
    )
    .max(100)
    .default([]),
  totes: emptiedTotes,
});

/** A pickup waits for its customer at a staging location: ready for pickup. */
export const orderStagedPayload = z.strictObject({ fulfillmentOrderId, stagingLocation: text.trim().min(1).max(40) });

/** Units of one line that really left the store. */
export const leavingLine = z.strictObject({ lineNo, sku: entityId, quantity });

/** Why a store keeps a pickup for longer. */
export const EXTENSION_REASONS = ['customer_asked', 'store_was_closed', 'customer_not_told', 'other'] as const;
export const extensionReason = z.enum(EXTENSION_REASONS);

/** A pickup waits longer for its customer. */
export const pickupExtendedPayload = z.strictObject({ fulfillmentOrderId, until: instant, reason: extensionReason });

/** The customer of a ready pickup is told once more by mail. The address is that of the order. */
export const pickupMailRequestedPayload = z.strictObject({ fulfillmentOrderId });

/**
 * What left. Null only in what version 1 wrote, which did not tell: then it is taken to be all that the order still had
 * here, which is wrong by the units that the pool had moved elsewhere without the store knowing.
 */
const leavingLines = z.array(leavingLine).max(2000).nullable();

/** Why a customer did not take units of a pickup: not wanted, which is sold again, or broken, which is not. */
export const notTakenReason = z.enum(['refused', 'damaged']);

/** Units of one line that stayed at the counter, for a reason. */
export const notTakenLine = leavingLine.extend({ reason: notTakenReason });

/** The customer has the goods. */
export const orderHandedOverPayload = z.strictObject({
  fulfillmentOrderId,
  verifiedBy: z.enum(['pickup_code', 'associate', 'identity_document', 'order_confirmation', 'proxy', 'vouched']),
  lines: leavingLines,
  /** The document that keeps the proof, a signature say; null where there is none. */
  proofId: entityId.nullable().default(null),
  /** The kind of document that was looked at; its number is kept nowhere. Null where there was none. */
  documentKind: identityDocument.nullable().default(null),
  /** The signed pickup code that was shown, by its id, so that its double use is found; null where none was. */
  codeId: entityId.nullable().default(null),
  /** What the customer was shown and did not take. Nobody sends it anew, and its money is to be given back. */
  notTaken: z.array(notTakenLine).max(4000).default([]),
});

/** The carrier has the box. */
export const orderShippedPayload = z.strictObject({
  fulfillmentOrderId,
  trackingNumber: text.trim().min(1).max(80),
  lines: leavingLines,
  /** Null where the number does not tell. */
  carrier: entityId.nullable().default(null),
  parcelIds: z.array(entityId).max(100).default([]),
});

/** This store cannot fulfill it; the pool looks elsewhere. */
export const orderRejectedPayload = z.strictObject({
  fulfillmentOrderId,
  reason: rejectReason,
  /** The lines of which it cannot give what is not picked yet; empty for the whole order. */
  lineNos: z.array(lineNo).max(2000).default([]),
});

/** What was picked for an order that ended is on the shelf again, but for what was not there any more. */
export const goodsPutBackPayload = z.strictObject({ fulfillmentOrderId, missing: z.array(leavingLine).max(2000), totes: emptiedTotes });

export type LeavingLine = z.infer<typeof leavingLine>;
export type ExtensionReason = z.infer<typeof extensionReason>;
export type NotTakenReason = z.infer<typeof notTakenReason>;
export type NotTakenLine = z.infer<typeof notTakenLine>;

type Of<T extends string, S extends z.ZodType> = Recorded<T, z.infer<S>>;
export type PickingStarted = Of<'picking_started', typeof pickingStartedPayload>;
export type WaveTaken = Of<'wave_taken', typeof waveTakenPayload>;
export type WaveReleased = Of<'wave_released', typeof waveReleasedPayload>;
export type LineUnpicked = Of<'line_unpicked', typeof lineUnpickedPayload>;
export type ToteEmptied = Of<'tote_emptied', typeof toteEmptiedPayload>;
export type LinePicked = Of<'line_picked', typeof linePickedPayload>;
export type LineShortPicked = Of<'line_short_picked', typeof lineShortPickedPayload>;
export type LineSubstituted = Of<'line_substituted', typeof lineSubstitutedPayload>;
export type OrderPacked = Of<'order_packed', typeof orderPackedPayload>;
export type OrderStaged = Of<'order_staged', typeof orderStagedPayload>;
export type OrderAcknowledged = Of<'order_acknowledged', typeof orderAcknowledgedPayload>;
export type CustomerArrived = Of<'customer_arrived', typeof customerArrivedPayload>;
export type PickupExtended = Of<'pickup_extended', typeof pickupExtendedPayload>;
export type PickupMailRequested = Of<'pickup_mail_requested', typeof pickupMailRequestedPayload>;
export type OrderHandedOver = Of<'order_handed_over', typeof orderHandedOverPayload>;
export type OrderShipped = Of<'order_shipped', typeof orderShippedPayload>;
export type OrderRejected = Of<'order_rejected', typeof orderRejectedPayload>;
export type GoodsPutBack = Of<'goods_put_back', typeof goodsPutBackPayload>;
