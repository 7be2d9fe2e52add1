import { z } from 'zod';
import { disposition } from '../../../domain/returns/return.ts';
import type { Choices } from './return-form.ts';

/** A return that was begun and not confirmed, as it is found again after another screen, another person or a restart. */
const returnDraft = z.strictObject({
  number: z.string(),
  returnId: z.string().default(''),
  choices: z.array(z.tuple([z.string(), z.strictObject({ quantity: z.number().int().min(0), disposition })])),
});

export interface ReturnDraft {
  /** The receipt or order number. */
  readonly number: string;
  /** Names this return, so that a refund by a terminal finds it again; empty in a draft of before there was one. */
  readonly returnId: string;
  readonly choices: Choices;
}

export const RETURN_DRAFT = 'return';

/** What is saved of a return; null when there is nothing to find again. */
export function writeReturnDraft(draft: ReturnDraft | null): z.infer<typeof returnDraft> | null {
  return draft === null ? null : { number: draft.number, returnId: draft.returnId, choices: [...draft.choices] };
}

/** Reads a draft; anything that is none reads as no return. */
export function readReturnDraft(saved: unknown): ReturnDraft | null {
  const read = returnDraft.safeParse(saved);
  return read.success ? { number: read.data.number, returnId: read.data.returnId, choices: new Map(read.data.choices) } : null;
}
