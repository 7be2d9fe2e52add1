import { definitionOfType } from './operations.ts';

/** What kind of operation it is, as a part of a sentence. One of a newer version is named as it names itself. */
export function operationWords(type: string): string {
  return definitionOfType(type)?.words ?? type.replaceAll('_', ' ');
}
