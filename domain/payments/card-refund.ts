import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { currency, minorAmount } from '../base/money.ts';

const amount = minorAmount.min(1);

/** A card is to be given money back for goods that came back. Recorded before the terminal hears of it (rule E2). */
export const cardRefundStartedPayload = z.strictObject({
  refundId: entityId,
  /** The payment of the sale. */
  paymentId: entityId,
  /** The return on the counter that it is for. */
  returnId: entityId,
  terminalId: entityId,
  /** By which the terminal knows the message. */
  serviceId: entityId,
  currency,
  amountMinor: amount,
  /** What the whole return comes to: by it is measured whether somebody may give it back alone (rule A1). */
  returnMinor: amount,
  /** Whether the sale is voided as a whole, which needs a permission of its own. */
  isVoid: z.boolean().default(false),
});

export const cardRefundEndedPayload = z.strictObject({
  refundId: entityId,
  isRefunded: z.boolean(),
  /** The terminal's code where it refused; null where the money went back. */
  condition: entityId.nullable().default(null),
});

/** Where a refund stands. Money has moved in `refunded` and `booked`; in `started` it may have. */
export const cardRefundStatus = z.enum(['started', 'refused', 'refunded', 'booked']);

export const cardRefund = z.strictObject({
  id: entityId,
  paymentId: entityId,
  returnId: entityId,
  storeId: entityId,
  registerId: entityId,
  associateId: entityId.nullable(),
  terminalId: entityId,
  serviceId: entityId,
  currency,
  amountMinor: amount,
  startedAt: instant,
  status: cardRefundStatus,
  condition: entityId.nullable().default(null),
  /** The receipt of the return that booked it. */
  receiptNumber: entityId.nullable().default(null),
  /** When nothing was left to do with it. */
  endedAt: instant.nullable().default(null),
});

export type CardRefund = z.infer<typeof cardRefund>;
export type CardRefundStarted = z.infer<typeof cardRefundStartedPayload>;
export type CardRefundEnded = z.infer<typeof cardRefundEndedPayload>;
