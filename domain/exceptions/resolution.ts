import { z } from 'zod';
import { entityId, quantity } from '../base/envelope.ts';
import { choiceId, type ChoiceId } from './exception.ts';
import { text } from '../base/text.ts';

/** A person has settled a disagreement: in the store, or at the head office. */
export const exceptionResolvedPayload = z.strictObject({
  exceptionId: text.min(1).max(200),
  choice: choiceId,
  /** The product that the person named; null where the choice asks for none. */
  sku: entityId.nullable(),
  /** Its units; null where the choice asks for none. */
  quantity: quantity.nullable(),
  /** What the person wrote down; may be empty. */
  note: text.max(500),
  /** The name of the head office's API key; null when it was settled in the store. */
  office: text.min(1).max(120).nullable(),
});

export type ExceptionResolved = z.infer<typeof exceptionResolvedPayload>;

/**
 * What became of a resolution: it counted, or it is only kept for people to see, because another one came first, because
 * nobody knows the exception, or because the choice does not fit it (rule J5).
 */
export type ResolutionOutcome = 'counted' | 'already_resolved' | 'unknown_exception' | 'choice_not_valid';

/** What a person enters for a choice. */
export interface ChoiceMade {
  readonly choice: ChoiceId;
  readonly sku: string | null;
  readonly quantity: number | null;
  readonly note: string;
}
