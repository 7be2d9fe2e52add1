import { z } from 'zod';
import { entityId, quantity } from '../base/envelope.ts';
import { rejectReason, shortPickReason } from './fulfillment-order.ts';
import { text } from '../base/text.ts';

const fulfillmentOrderId = entityId;
const lineNo = z.number().int().min(1).max(99_999);

/** How many fulfillment orders a wave can hold. */
export const WAVE_LIMIT = 500;

/** A picker took these fulfillment orders into one wave. */
export const pickingStarted = z.strictObject({
  waveId: entityId,
  fulfillmentOrderIds: z.array(fulfillmentOrderId).min(1).max(WAVE_LIMIT),
});

/** Units of a line were taken from the shelf. */
export const linePicked = z.strictObject({ fulfillmentOrderId, lineNo, quantity });

/** Units of a line were not to be had. */
export const lineShortPicked = z.strictObject({ fulfillmentOrderId, lineNo, quantity, reason: shortPickReason });

/** Everything picked for a shipment is in its box. */
export const orderPacked = z.strictObject({ fulfillmentOrderId });

/** A pickup waits for its customer at a staging location: ready for pickup. */
export const orderStaged = z.strictObject({ fulfillmentOrderId, stagingLocation: text.trim().min(1).max(40) });

/** Units of one line that really left the store. */
export const leavingLine = z.strictObject({ lineNo, sku: entityId, quantity });

/**
 * What left. Null only in what version 1 wrote, which did not tell: then it is taken to be all that the order still had
 * here, which is wrong by the units that the pool had moved elsewhere without the store knowing.
 */
const leavingLines = z.array(leavingLine).max(2000).nullable();

/** The customer has the goods. */
export const orderHandedOver = z.strictObject({
  fulfillmentOrderId,
  verifiedBy: z.enum(['pickup_code', 'associate']),
  lines: leavingLines,
});

/** The carrier has the box. */
export const orderShipped = z.strictObject({ fulfillmentOrderId, trackingNumber: text.trim().min(1).max(80), lines: leavingLines });

/** This store cannot fulfill it; the pool looks elsewhere. */
export const orderRejected = z.strictObject({ fulfillmentOrderId, reason: rejectReason });

/** What was picked for an order that ended is on the shelf again, but for what was not there any more. */
export const goodsPutBack = z.strictObject({ fulfillmentOrderId, missing: z.array(leavingLine).max(2000) });

export type LeavingLine = z.infer<typeof leavingLine>;
