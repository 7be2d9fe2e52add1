import type { ImportAnswer } from '../../domain/office/import-protocol.ts';
import { knownWords, words } from '../../texts/words/words.ts';

/** What is wrong with a row of a file that was not taken. A code that this page does not know yet is shown as it is. */
export function refusedRowSentence({ line, field, code, facts }: ImportAnswer['refused'][number]): string {
  const reason = knownWords(`importFault.${code}`, facts) ?? code;
  return words('promotions.refusedRow', { line, field, reason });
}
