import type { ChoiceId, Exception, ExceptionKind } from '../../../domain/exceptions/exception.ts';
import { knownWords, words } from '../../../texts/words/words.ts';
import { operationName } from '../reason-words.ts';
import { listGoods, type NamedGoods } from './effect-words.ts';

/** What a kind of disagreement is called. */
export function exceptionName(kind: ExceptionKind): string {
  return words(`exception.${kind}.name`);
}

/** What older servers did not tell, as it was then. */
const TOLD_SINCE = { code: 'other' };

/**
 * What happened, in a sentence or two; from before there were facts the English one that was stored.
 * @param nameOf what a colleague is called; the id stands for whom it does not know.
 */
export function whatHappened(
  { kind, facts, explanation }: Exception,
  goods: readonly NamedGoods[],
  nameOf: (associateId: string) => string | undefined = () => undefined,
): string {
  if (facts === null) return explanation;
  const { what, role, picker, other } = facts;
  const person = (id: string) => (id === '' ? words('exceptions.somebody') : (nameOf(id) ?? id));
  const named = {
    ...(what !== undefined && { what: operationName(String(what)) }),
    ...(role !== undefined && { role: knownWords(`role.${role}`) ?? role }),
    ...(picker !== undefined && { picker: person(String(picker)) }),
    ...(other !== undefined && { other: person(String(other)) }),
  };
  return knownWords(`exception.${kind}.told`, { ...TOLD_SINCE, ...facts, ...named, goods: listGoods(goods) }) ?? explanation;
}

/** What a kind of disagreement means. */
export function exceptionMeaning(kind: ExceptionKind): string {
  return words(`exception.${kind}.meaning`);
}

/** A way to resolve an exception, as a sentence that is true once it was chosen; null when it is none of that kind's. */
export function choiceSentence(kind: ExceptionKind, choice: ChoiceId): string | null {
  return knownWords(`exception.${kind}.${choice}`);
}
