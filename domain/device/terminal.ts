import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { currency, minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';
import { cardApproval, declinedCard } from '../payments/card-payment.ts';
import { brandTotals } from '../payments/terminal-totals.ts';

/** nexo allows ten characters; one number is never used twice (rule E2). */
export const serviceId = text.regex(/^[A-Z0-9]{1,10}$/);

/** Why no answer came: `not_reachable` when nothing can have been sent, `lost` when something may have been. */
const noAnswer = [z.strictObject({ kind: z.literal('not_reachable') }), z.strictObject({ kind: z.literal('lost') })] as const;

/** What a terminal says of a payment: approved (whole or in part), or its code for why not. */
export const paymentAnswer = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('approved'), approval: cardApproval }),
  z.strictObject({ result: z.literal('failed'), condition: entityId, card: declinedCard.exactOptional() }),
]);

export const payRequest = z.strictObject({
  serviceId,
  /** The till's own name of the payment. */
  reference: entityId,
  currency,
  amountMinor: minorAmount.min(1),
  /** Whether the sale has other tenders. */
  isPart: z.boolean(),
  /** Whether the bank has to approve it: the terminal may not do so alone. */
  mustBeOnline: z.boolean(),
});

export const reverseRequest = z.strictObject({
  serviceId,
  reference: entityId,
  transactionId: text,
  transactionAt: text,
  /** How much goes back, for goods that came back; null for all that is left of the payment. */
  part: z.strictObject({ currency, amountMinor: minorAmount.min(1) }).nullable(),
});

export const statusRequest = z.strictObject({
  serviceId,
  /** The message that is asked about. */
  of: z.strictObject({ serviceId, category: z.enum(['payment', 'reversal']), currency }),
});

/** @see TerminalPort.totals */
export const totalsRequest = z.strictObject({ serviceId, shiftId: entityId });

export const totalsReply = z.discriminatedUnion('kind', [
  ...noAnswer,
  /** `isOfShift`: false where the terminal counts since it was last settled, because it does not know shifts. */
  z.strictObject({ kind: z.literal('answered'), isOfShift: z.boolean(), brands: z.array(brandTotals).max(50) }),
  z.strictObject({ kind: z.literal('failed'), condition: entityId }),
]);

export const abortRequest = z.strictObject({ serviceId, of: serviceId });

/** The answer names the message that it belongs to: one to another message proves nothing. */
export const payReply = z.discriminatedUnion('kind', [
  ...noAnswer,
  z.strictObject({ kind: z.literal('answered'), serviceId: text, answer: paymentAnswer }),
]);

export const reverseReply = z.discriminatedUnion('kind', [
  ...noAnswer,
  z.strictObject({ kind: z.literal('answered'), isReversed: z.boolean(), condition: entityId.nullable() }),
]);

export const statusReply = z.discriminatedUnion('kind', [
  ...noAnswer,
  /** The answer to the message, once more. */
  z.strictObject({ kind: z.literal('payment'), serviceId: text, answer: paymentAnswer }),
  z.strictObject({ kind: z.literal('reversal'), serviceId: text, isReversed: z.boolean(), condition: entityId.nullable() }),
  /** InProgress, NotFound, Busy or another of the terminal's codes. */
  z.strictObject({ kind: z.literal('failed'), condition: entityId, terminalId: text }),
]);

export const diagnosis = z.discriminatedUnion('kind', [
  ...noAnswer,
  z.strictObject({ kind: z.literal('answered'), status: z.enum(['ok', 'busy', 'maintenance', 'unreachable']) }),
]);

export type PayRequest = z.infer<typeof payRequest>;
export type PayReply = z.infer<typeof payReply>;
export type ReverseRequest = z.infer<typeof reverseRequest>;
export type ReverseReply = z.infer<typeof reverseReply>;
export type StatusRequest = z.infer<typeof statusRequest>;
export type StatusReply = z.infer<typeof statusReply>;
export type TotalsRequest = z.infer<typeof totalsRequest>;
export type TotalsReply = z.infer<typeof totalsReply>;
export type AbortRequest = z.infer<typeof abortRequest>;
export type Diagnosis = z.infer<typeof diagnosis>;

/**
 * A card terminal, whatever protocol it speaks. No method throws for what a terminal or a network does, and none asks for money
 * a second time by itself.
 */
export interface TerminalPort {
  pay(request: PayRequest): Promise<PayReply>;
  reverse(request: ReverseRequest): Promise<ReverseReply>;
  status(request: StatusRequest): Promise<StatusReply>;
  /** Asks the terminal to stop. The answer to the payment says whether it did. */
  abort(request: AbortRequest): Promise<void>;
  diagnose(serviceId: string): Promise<Diagnosis>;
  /** What it took and gave back in a shift, by brand. Asking changes nothing at the terminal: it is not settled by it. */
  totals(request: TotalsRequest): Promise<TotalsReply>;
}
