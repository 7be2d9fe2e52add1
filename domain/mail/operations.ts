import { z } from 'zod';
import { defineOperation } from '../base/define-operation.ts';
import { mailedReceipt, receiptMailDocument, receiptMailWanted } from './documents.ts';

/** A customer wants a receipt by mail. The same mail is asked for once, however often a button was pressed. */
export const receiptMailRequested = defineOperation({
  type: 'receipt_mail_requested',
  since: 3,
  permission: 'receipt.mail',
  payload: z.strictObject(mailedReceipt),
  reads: ({ payload: { mailId } }) => [receiptMailDocument.key(mailId)],
  apply: (reader, { storeId, at, payload }) => {
    const { mailId } = payload;
    if (reader.get(receiptMailDocument, mailId) !== undefined) return [];
    return [
      receiptMailDocument.put({ ...payload, storeId, at, state: 'waiting', reason: null, endedAt: null }),
      receiptMailWanted.effect({ mailId }),
    ];
  },
});
