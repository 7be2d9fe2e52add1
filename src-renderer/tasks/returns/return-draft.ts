import { z } from 'zod';
import { orderHandedOverPayload } from '../../../domain/fulfillment/payloads.ts';
import { strokes } from '../../../domain/fulfillment/pickup-signature.ts';
import { condition, disposition, returnReason } from '../../../domain/returns/disposition.ts';
import { allowedAgainst, allowing } from '../../../domain/returns/return-terms.ts';
import type { Choices } from './return-form.ts';

/** Why a sale is voided, a code, and the shift that it belongs to: once its drawer was counted it is voided no more. */
const voiding = z.strictObject({ reason: z.string(), shiftId: z.string() });

export type Voiding = z.infer<typeof voiding>;

const choices = z.array(
  z.tuple([
    z.string(),
    z.strictObject({
      quantity: z.number().int().min(0),
      disposition,
      reason: returnReason.nullable().exactOptional(),
      condition: condition.nullable().exactOptional(),
      against: allowedAgainst.nullable().exactOptional(),
      waived: allowing.nullable().exactOptional(),
    }),
  ]),
);

/** A return that was begun and not confirmed, as it is found again after another screen, another person or a restart. */
const returnDraft = z.strictObject({
  number: z.string(),
  returnId: z.string().default(''),
  creditNumber: z.string().default(''),
  creditSince: z.number().int().min(0).nullable().default(null),
  voiding: voiding.nullable().default(null),
  choices,
});

/** The pickup that is handed over with a sale, as it was decided, and what its customer has signed; null where they have not. */
const pickupDraft = z.strictObject({ handover: orderHandedOverPayload, signed: strokes.nullable() });

export type PickupDraft = z.infer<typeof pickupDraft>;

/** What comes back in an exchange, or stays at pickup, as it is kept with the sale on the counter. */
export const exchangeDraft = z.strictObject({
  number: z.string(),
  returnId: z.string(),
  choices,
  /** Left out at the return desk. */
  pickup: pickupDraft.exactOptional(),
});

export type ExchangeDraft = z.infer<typeof exchangeDraft>;

export interface ReturnDraft {
  /** The receipt or order number. */
  readonly number: string;
  /** Names this return, so that a refund by a terminal finds it again; empty in a draft of before there was one. */
  readonly returnId: string;
  /** Of the store credit that it may issue, kept until it has been told; empty in a draft of before it was kept. */
  readonly creditNumber: string;
  /** The newest place of the journal when that number was made: what issued it is behind. Null in a draft of before it was kept. */
  readonly creditSince: number | null;
  readonly choices: Choices;
  /** Of a sale that is voided as a whole; null for a return. */
  readonly voiding: Voiding | null;
}

export const RETURN_DRAFT = 'return';

/** What is saved of a return; null when there is nothing to find again. */
export function writeReturnDraft(draft: ReturnDraft | null): z.infer<typeof returnDraft> | null {
  return draft && { ...draft, choices: [...draft.choices] };
}

/** Reads a draft; anything that is none reads as no return. */
export function readReturnDraft(saved: unknown): ReturnDraft | null {
  const read = returnDraft.safeParse(saved);
  return read.success ? { ...read.data, choices: new Map(read.data.choices) } : null;
}
