import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { defineEvent } from '../base/effect.ts';
import { entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** Which receipt is sent. */
export const mailedReceipt = {
  mailId: entityId,
  receipt: z.enum(['sale', 'return']),
  receiptNumber: text.min(1).max(64),
  /** Whether the customer had it before, on paper or by mail: it says so then. */
  isCopy: z.boolean().default(false),
  /** Of the device: that of the mail where the store has named none for its receipts. */
  language: z.enum(['en', 'de', 'ar']),
};

const receiptMail = z.strictObject({
  ...mailedReceipt,
  storeId: entityId,
  /** When somebody asked for it. */
  at: instant,
  state: z.enum(['waiting', 'sent', 'failed']),
  /** Why it failed, as a code; null while it has not. */
  reason: text.nullable().default(null),
  /** When it was sent, or given up; null while it waits. */
  endedAt: instant.nullable().default(null),
});

export type ReceiptMail = z.infer<typeof receiptMail>;

/**
 * A receipt that a customer wants by mail, and what became of it. Whoever gave the address is in no document: the address goes to the
 * server beside the journal (rule A2).
 */
export const receiptMailDocument = defineDocument({
  kind: 'receipt_mail',
  since: 2,
  schema: receiptMail,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { register: { daysAfterEnd: 30 }, feed: { daysAfterEnd: 31 }, server: { daysAfterEnd: 90 } },
  personal: [],
  idOf: (one) => one.mailId,
  storeOf: (one) => one.storeId,
  endOf: (one) => one.endedAt,
  datedBy: ['at'],
});

/** Somebody wants a receipt by mail: it is to be sent. */
export const receiptMailWanted = defineEvent<Pick<ReceiptMail, 'mailId'>>({
  event: 'receipt_mail_wanted',
  keptDays: 90,
  idsOf: ({ mailId }) => ({ mailId }),
});
