import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { copiesId } from './copies-id.ts';

/** Which receipt was printed again. */
export const copiedReceipt = {
  receipt: z.enum(['sale', 'return']),
  receiptNumber: text.min(1).max(64),
};

const copiesMade = z.strictObject({
  ...copiedReceipt,
  storeId: entityId,
  /** How often it was printed again. */
  copies: z.number().int().min(1),
  /** When it was last. */
  at: instant,
});

export type CopiesMade = z.infer<typeof copiesMade>;
export type CopiedReceipt = Pick<CopiesMade, 'receipt' | 'receiptNumber'>;

/** How often a receipt was printed again, where the store counts that. */
export const receiptCopiesDocument = defineDocument({
  kind: 'receipt_copies',
  since: 2,
  schema: copiesMade,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { register: { daysAfterEnd: 30 }, feed: { daysAfterEnd: 31 }, server: { daysAfterEnd: 3_650 } },
  personal: [],
  idOf: copiesId,
  storeOf: (one) => one.storeId,
  endOf: (one) => one.at,
  datedBy: ['at'],
});
