import type { LateResolution } from '../../../domain/exceptions/documents.ts';
import { choiceOf } from '../../../domain/exceptions/guide.ts';

/**
 * What became of a decision that changed nothing, for the person who took it.
 * @param nameOf the name of an associate.
 */
export function lateSentence({ exception, choice, outcome }: LateResolution, nameOf: (associateId: string) => string): string {
  if (exception === null) return 'What you settled is not known to the head office, so nothing was changed by it. Ask them what happened.';
  const yours = choiceOf(exception.kind, choice)?.sentence;
  const chosen = yours === undefined ? 'Your decision' : `Your decision “${yours}”`;
  const about = `${exception.subject}: `;
  const { resolved } = exception;
  if (outcome === 'choice_not_valid' || resolved === null) return `${about}${chosen} changed nothing. Look at it again.`;
  const by =
    resolved.by.kind === 'head_office'
      ? `The head office (${resolved.by.name})`
      : resolved.by.associateId === null
        ? 'Somebody in this store'
        : nameOf(resolved.by.associateId);
  return (
    `${about}${by} had settled it before, with “${choiceOf(exception.kind, resolved.choice)?.sentence ?? resolved.choice}”. ` +
    `${chosen} changed nothing. Talk to each other if both cannot be true.`
  );
}
