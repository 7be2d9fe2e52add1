import type { ChoiceId, ExceptionKind } from '../../../domain/exceptions/exception.ts';
import { knownWords, words } from '../../words/words.ts';

/** What a kind of disagreement is called. */
export function exceptionName(kind: ExceptionKind): string {
  return words(`exception.${kind}.name`);
}

/** What a kind of disagreement means. */
export function exceptionMeaning(kind: ExceptionKind): string {
  return words(`exception.${kind}.meaning`);
}

/** A way to resolve an exception, as a sentence that is true once it was chosen; null when it is none of that kind's. */
export function choiceSentence(kind: ExceptionKind, choice: ChoiceId): string | null {
  return knownWords(`exception.${kind}.${choice}`);
}
