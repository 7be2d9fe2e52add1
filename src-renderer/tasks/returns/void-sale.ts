import { v7 as uuidv7 } from 'uuid';
import type { RegisterServices } from '../../kit/register-services.ts';
import { readReturnDraft, RETURN_DRAFT, writeReturnDraft } from './return-draft.ts';

/** Why a sale that was paid is taken back as a whole: codes that the journal keeps. */
export const POST_VOID_REASONS = ['wrong_payment', 'changed_mind', 'wrong_goods', 'other'] as const;

export type PostVoidReason = (typeof POST_VOID_REASONS)[number];

/**
 * Begins to take back a whole sale: the screen of returns finds it, and a person confirms it there.
 * @returns false where a return has been begun, which comes first.
 */
export async function beginVoid(
  services: Pick<RegisterServices, 'loadDraft' | 'saveDraft'>,
  number: string,
  voidReason: PostVoidReason,
): Promise<boolean> {
  const begun = readReturnDraft(await services.loadDraft(RETURN_DRAFT));
  if (begun !== null && begun.number !== number) return false;
  const returnId = begun?.returnId || uuidv7();
  services.saveDraft(RETURN_DRAFT, writeReturnDraft({ number, returnId, choices: new Map(), voidReason }));
  return true;
}
