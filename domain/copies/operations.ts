import { z } from 'zod';
import { defineOperation } from '../base/define-operation.ts';
import { copiesId } from './copies-id.ts';
import { copiedReceipt, receiptCopiesDocument } from './documents.ts';

/** A receipt was printed again, in a store that counts that. Two registers that could not hear each other may give a number twice. */
export const receiptCopied = defineOperation({
  type: 'receipt_copied',
  since: 3,
  permission: 'receipt.copy',
  payload: z.strictObject({ ...copiedReceipt, copyNo: z.number().int().min(1) }),
  reads: ({ payload }) => [receiptCopiesDocument.key(copiesId(payload))],
  apply: (reader, { storeId, at, payload: { receipt, receiptNumber } }) => {
    const before = reader.get(receiptCopiesDocument, copiesId({ receipt, receiptNumber }));
    return [receiptCopiesDocument.put({ receipt, receiptNumber, storeId, copies: (before?.copies ?? 0) + 1, at })];
  },
});
