import { type Reason, reasonText } from '../../domain/quarantine/reason.ts';
import { knownWords } from '../../texts/words/words.ts';

/** Why something is in quarantine: by its code. One that no catalog knows is written as programs write it. */
export function reasonSentence(reason: Reason): string {
  return knownWords(`quarantine.${reason.code}`) ?? reasonText(reason);
}

/** What exactly is wrong, in a sentence, or in the English one of the time before there were facts; null where there is no more to tell. */
export function reasonDetail({ facts: { fault, told, ...facts } }: Reason): string | null {
  if (typeof told === 'string') return told;
  return fault === undefined ? null : knownWords(`fault.${fault}`, facts);
}

/** Both, for where they stand in one text. */
export function wholeReason(reason: Reason): string {
  const detail = reasonDetail(reason);
  const sentence = reasonSentence(reason);
  return detail === null || detail === sentence ? sentence : `${sentence} ${detail}`;
}

/** A code as people read it; one that no catalog knows as it names itself. */
export function codeWords(code: string): string {
  return knownWords(`quarantine.${code}.name`) ?? code.replaceAll('_', ' ');
}

/** What kind of operation it is. One that no catalog knows is named as it names itself. */
export function operationName(type: string): string {
  return knownWords(`what.${type}`) ?? type.replaceAll('_', ' ');
}
