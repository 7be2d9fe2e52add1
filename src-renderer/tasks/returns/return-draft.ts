import { z } from 'zod';
import { disposition } from '../../../domain/returns/return.ts';
import type { Choices } from './return-form.ts';

/** A return that was begun and not confirmed, as it is found again after another screen, another person or a restart. */
const returnDraft = z.strictObject({
  number: z.string(),
  returnId: z.string().default(''),
  voidReason: z.string().nullable().default(null),
  choices: z.array(z.tuple([z.string(), z.strictObject({ quantity: z.number().int().min(0), disposition })])),
});

export interface ReturnDraft {
  /** The receipt or order number. */
  readonly number: string;
  /** Names this return, so that a refund by a terminal finds it again; empty in a draft of before there was one. */
  readonly returnId: string;
  readonly choices: Choices;
  /** Why the sale as a whole is taken back, a code; null for a return. */
  readonly voidReason: string | null;
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
