import { isUserId } from '../../../domain/access/user-id.ts';
import type { LateResolution } from '../../../domain/exceptions/documents.ts';
import type { ResolvedBy } from '../../../domain/exceptions/exception.ts';
import { choiceSentence } from '../../kit/exceptions/exception-words.ts';
import { words } from '../../../texts/words/words.ts';

/**
 * What became of a decision that changed nothing, for the person who took it.
 * @param nameOf the name of an associate.
 */
export function lateSentence({ exception, choice, outcome }: LateResolution, nameOf: (associateId: string) => string): string {
  if (exception === null) return words('late.unknown');
  const yours = choiceSentence(exception.kind, choice);
  const { resolved, subject } = exception;
  if (outcome === 'choice_not_valid' || resolved === null)
    return yours === null ? words('late.nothing', { subject }) : words('late.nothingChosen', { subject, yours });
  const by = resolverWords(resolved.by, nameOf);
  const chosen = choiceSentence(exception.kind, resolved.choice) ?? resolved.choice;
  return yours === null ? words('late.before', { subject, by, chosen }) : words('late.beforeChosen', { subject, by, chosen, yours });
}

function resolverWords(by: ResolvedBy, nameOf: (associateId: string) => string): string {
  if (by.kind === 'head_office') return isUserId(by.name) ? words('late.headOfficeUser') : words('late.headOffice', { name: by.name });
  return by.associateId === null ? words('late.somebody') : nameOf(by.associateId);
}
