import type { RequestedBy } from '../base/define-operation.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { CopiedReceipt, CopiesMade } from './documents.ts';
import { receiptCopied } from './operations.ts';
import type { receiptCopies } from './settings.ts';

/**
 * Prints a receipt again, with the next number, where the store counts copies.
 * @param before the copies that this register knows of. @param rule see {@link receiptCopies}.
 */
export function copyReceipt(
  receipt: CopiedReceipt,
  before: Pick<CopiesMade, 'copies'> | undefined,
  rule: Exclude<typeof receiptCopies.standard, 'marked'>,
): Result<RequestedBy<typeof receiptCopied>, Refusal> {
  const copies = before?.copies ?? 0;
  if (rule === 'one' && copies > 0) return refuse('copied_before');
  return accept(receiptCopied.request({ ...receipt, copyNo: copies + 1 }));
}
