import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { currency, minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';

const amount = minorAmount.min(1);

/** The application of the chip that paid (EMV): receipts name it. */
export const cardApplication = z.strictObject({
  /** AID, hexadecimal: tag 84 or 4F. */
  aid: text.regex(/^[0-9A-F]{10,32}$/),
  /** Its preferred name or its label: tag 9F12 or 50. */
  label: text.max(40).nullable().default(null),
});

/** How the card was read. */
export const cardEntry = z.enum(['contactless', 'chip', 'stripe', 'typed', 'scanned']);

/** How its holder was verified. */
export const cardVerification = z.enum(['pin', 'signature', 'none']);

/** What the terminal approved. It never tells a card's number (rule A2). */
export const cardApproval = z.strictObject({
  /** What moved, tip and fees included; less than was asked for where the card had no more. */
  authorizedMinor: amount,
  /** Of `authorizedMinor`. */
  tipMinor: minorAmount.min(0).default(0),
  /** By which the terminal, the acquirer and a refund know it. */
  transactionId: text.min(1).max(80),
  /** The terminal's own time of it. */
  transactionAt: text.min(1).max(40),
  scheme: text.max(40).nullable().default(null),
  /** The last four digits of the card, for the receipt. */
  lastFour: text
    .regex(/^\d{4}$/)
    .nullable()
    .default(null),
  approvalCode: text.max(20).nullable().default(null),
  /** False where the terminal approved it without its host: captured, not confirmed. */
  isOnline: z.boolean().default(true),
  needsSignature: z.boolean().default(false),
  application: cardApplication.nullable().default(null),
  entry: cardEntry.nullable().default(null),
  verification: cardVerification.nullable().default(null),
  /** By which the acquirer knows the store. */
  merchantId: text.max(40).nullable().default(null),
});

/** What the terminal said of a card that it did not charge, as far as it was read: the slip of the decline names it. It is not recorded. */
export const declinedCard = z.strictObject({
  ...cardApproval.pick({ scheme: true, lastFour: true, application: true, entry: true, verification: true, merchantId: true }).shape,
  /** By which the acquirer knows the try; null where it never heard of it. */
  transactionId: text.max(80).nullable().default(null),
});

/** A card is about to be asked for money. Recorded before the terminal hears of it (rule E2). */
export const cardPaymentStartedPayload = z.strictObject({
  paymentId: entityId,
  /** The sale on the counter that it is for; a sale may have several payments. */
  cartId: entityId,
  terminalId: entityId,
  /** By which the terminal knows the message. */
  serviceId: entityId,
  currency,
  amountMinor: amount,
});

/** What became of it: approved, or why no money moved. */
export const cardPaymentEndedPayload = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('approved'), paymentId: entityId, approval: cardApproval }),
  /** `condition` is the terminal's code. */
  z.strictObject({ outcome: z.literal('not_charged'), paymentId: entityId, condition: entityId }),
]);

/** The money is to go back, because its sale was given up. Recorded before the terminal hears of it (rule E2). */
export const cardReversalStartedPayload = z.strictObject({ paymentId: entityId, serviceId: entityId });

export const cardReversalEndedPayload = z.strictObject({
  paymentId: entityId,
  isReversed: z.boolean(),
  /** The terminal's code where it refused; null where the money went back. */
  condition: entityId.nullable().default(null),
});

/** Somebody answers for a payment that nobody can tell about for now: the shift may be closed. */
export const cardPaymentLeftOpenPayload = z.strictObject({ paymentId: entityId, reason: entityId });

/** Where a payment stands. Money has moved in `approved`, `booked` and `reversing`; in `started` it may have. */
export const cardPaymentStatus = z.enum(['started', 'not_charged', 'approved', 'booked', 'reversing', 'reversed']);

export const cardPayment = z.strictObject({
  id: entityId,
  storeId: entityId,
  registerId: entityId,
  associateId: entityId.nullable(),
  cartId: entityId,
  terminalId: entityId,
  /** Of the last message about it: the payment, or its reversal. */
  serviceId: entityId,
  currency,
  amountMinor: amount,
  startedAt: instant,
  status: cardPaymentStatus,
  approval: cardApproval.nullable().default(null),
  condition: entityId.nullable().default(null),
  /** The receipt of the sale that booked it. */
  receiptNumber: entityId.nullable().default(null),
  /** What was given back of it for goods that came back, in minor units; what is being given back is in it. */
  refundedMinor: minorAmount.min(0).default(0),
  /** Why somebody left it open at the end of a shift. */
  leftOpen: entityId.nullable().default(null),
  /** When nothing was left to do with it. */
  endedAt: instant.nullable().default(null),
});

export type DeclinedCard = z.infer<typeof declinedCard>;
export type CardApproval = z.infer<typeof cardApproval>;
export type CardPayment = z.infer<typeof cardPayment>;
export type CardPaymentStarted = z.infer<typeof cardPaymentStartedPayload>;
export type CardPaymentEnded = z.infer<typeof cardPaymentEndedPayload>;
export type CardReversalStarted = z.infer<typeof cardReversalStartedPayload>;
export type CardReversalEnded = z.infer<typeof cardReversalEndedPayload>;
export type CardPaymentLeftOpen = z.infer<typeof cardPaymentLeftOpenPayload>;
