import { knownWords } from '../words/words.ts';

/** Why something is in quarantine: by its code, or in the words that came with a code that no catalog knows. */
export function reasonSentence({ code, message }: { readonly code: string; readonly message: string }): string {
  return knownWords(`quarantine.${code}`) ?? message;
}

/** A code as people read it; one that no catalog knows as it names itself. */
export function codeWords(code: string): string {
  return knownWords(`quarantine.${code}.name`) ?? code.replaceAll('_', ' ');
}

/** What kind of operation it is. One that no catalog knows is named as it names itself. */
export function operationName(type: string): string {
  return knownWords(`what.${type}`) ?? type.replaceAll('_', ' ');
}
